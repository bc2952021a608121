package org.banshi.app.letter;

import java.util.List;

/**
 * A letter as it is printed, in one language.
 *
 * @param language BCP 47 tag
 * @param office whose letter it is
 * @param numbered the line with the case's number
 * @param body paragraphs and headings in order
 * @param seal where the seal is put, such as "(seal)"; empty for a paper that has neither seal nor
 *     closing
 * @param day as written below the letter
 * @param foot what stands below every page, beside {@code page}
 * @param page pattern of the page number: {@code %1$d} of {@code %2$d}
 * @param code what the QR code below the body holds; empty for none
 */
public record LetterText(
        String language,
        String office,
        String title,
        String numbered,
        List<Part> body,
        String seal,
        String day,
        String foot,
        String page,
        String code) {

    /** A letter without a QR code. */
    public LetterText(
            String language,
            String office,
            String title,
            String numbered,
            List<Part> body,
            String seal,
            String day,
            String foot,
            String page) {
        this(language, office, title, numbered, body, seal, day, foot, page, "");
    }

    /** How a part is set. */
    public enum Style {
        /** The first line indented. */
        PARAGRAPH,
        /** No indent, as the addressee. */
        PLAIN,
        HEADING,
        /** Of a list, indented as a whole. */
        ITEM,
        /** Small. */
        NOTE
    }

    /** A piece of the body. */
    public record Part(Style style, String text) {}
}
