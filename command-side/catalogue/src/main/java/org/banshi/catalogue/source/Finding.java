package org.banshi.catalogue.source;

import org.banshi.command.contract.text.Text;

/**
 * Something that a publisher has to mend.
 *
 * @param file path within the package, with {@code /}
 * @param line counted from 1
 * @param problem what is wrong
 * @param mend what to do about it
 */
public record Finding(String file, int line, String problem, String mend)
        implements Comparable<Finding> {

    /** What is wrong, in both languages. */
    public Text problemWords() {
        return FindingWords.of(problem);
    }

    /** What to do about it, in both languages. */
    public Text mendWords() {
        return FindingWords.of(mend);
    }

    /** By file and line. */
    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** As {@link #toString}, in Chinese. */
    public String inChinese() {
        return file
                + ":"
                + line
                + "："
                + sentence(problemWords().zh(), "。")
                + sentence(mendWords().zh(), "。");
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence(problem, ".") + " " + sentence(mend, ".");
    }

    private static String sentence(String words, String end) {
        return words.endsWith(end) ? words : words + end;
    }
}
