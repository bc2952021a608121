package org.banshi.app.letter;

import java.util.ArrayList;
import java.util.List;
import org.banshi.app.letter.LetterText.Style;
import org.banshi.command.contract.text.Text;

/** Makes a letter of a template and of what is told of the case, and prints it. */
public final class LetterPrinter {

    private static final Text SEAL = Text.of("（印章）", "(seal)");
    private static final Text NUMBER = Text.of("编号：", "Number: ");
    private static final Text PAGE = Text.of("第 %1$d 页 共 %2$d 页", "Page %1$d of %2$d");
    private static final Text TRANSLATED =
            Text.of("", "Translation for information. The Chinese text is authoritative.");

    private final LetterPdf pdf;

    public LetterPrinter(LetterPdf pdf) {
        this.pdf = pdf;
    }

    /**
     * The letter as PDF.
     *
     * @param facts with {@code office}, {@code number} and {@code day} beside what the template
     *     asks for
     * @param language BCP 47 tag: Chinese unless it is English
     * @throws NoFontException when the machine has no font with Chinese letters
     */
    public byte[] print(LetterTemplate template, LetterFacts facts, String language) {
        List<LetterText.Part> body = new ArrayList<>(template.filled(facts, language));
        String note = TRANSLATED.in(language);
        if (!note.isEmpty()) {
            body.add(new LetterText.Part(Style.NOTE, note));
        }
        LetterFacts.Row known = facts.rows(null).get(0);
        String numbered = NUMBER.in(language) + known.of("number").in(language);
        return pdf.print(
                new LetterText(
                        language.startsWith("en") ? "en" : "zh-CN",
                        known.of("office").in(language),
                        template.title().in(language),
                        numbered,
                        body,
                        SEAL.in(language),
                        known.of("day").in(language),
                        numbered,
                        PAGE.in(language)));
    }
}
