package org.banshi.app.letter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.letter.LetterText.Style;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A kind of letter, as {@code bpmn/letters} has it: words in both languages with places such as
 * {@code {number}} for what is told of the case.
 *
 * @param office key of the body whose letter it is; null: of the body that had the case last
 */
public record LetterTemplate(Text title, @Nullable String office, List<Block> blocks) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.-]+)}");

    /**
     * A part of the letter.
     *
     * @param style a paragraph by default
     * @param when left out unless this is known of the case
     * @param each repeated for each row of this list
     */
    public record Block(
            @Nullable Style style,
            @Nullable String when,
            @Nullable String each,
            String zh,
            String en) {

        Style shown() {
            return style == null ? Style.PARAGRAPH : style;
        }

        Text words() {
            return Text.of(zh, en);
        }

        /** Names of what it has places for. */
        public Set<String> places() {
            Set<String> places = new LinkedHashSet<>();
            Matcher place = PLACE.matcher(zh + en);
            while (place.find()) {
                places.add(place.group(1));
            }
            return places;
        }
    }

    /** The letter in one language: what is not known of the case is left empty. */
    public List<LetterText.Part> filled(LetterFacts facts, String language) {
        return blocks.stream()
                .filter(block -> block.when() == null || facts.knows(block.when()))
                .flatMap(
                        block ->
                                facts.rows(block.each()).stream()
                                        .map(
                                                row ->
                                                        new LetterText.Part(
                                                                block.shown(),
                                                                fill(
                                                                        block.words().in(language),
                                                                        row,
                                                                        language))))
                .toList();
    }

    private static String fill(String words, LetterFacts.Row row, String language) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(row.of(place.group(1)).in(language)));
    }
}
