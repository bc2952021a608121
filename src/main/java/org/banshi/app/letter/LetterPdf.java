package org.banshi.app.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.banshi.app.qr.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * Prints letters on A4: the office, title, number and body, a place for the seal that is never left
 * alone on a page, and page numbers. Lengths are in points.
 */
public final class LetterPdf {

    private static final double MARGIN = 72;
    private static final double TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final double FOOT = 40;
    private static final double BODY = 12;
    private static final double SMALL = 9;
    private static final double SEAL_RADIUS = 40;
    private static final double CODE = 110;
    private static final double CLOSING = 2 * SEAL_RADIUS + 30;
    private static final double LEADING = 1.7;

    /** A circle's quarter as a curve: how far its handles reach. */
    private static final double KAPPA = 0.5523;

    private final Faces faces;

    public LetterPdf(Faces faces) {
        this.faces = faces;
    }

    /**
     * The letter's PDF.
     *
     * @throws NoFontException when the machine has no font with Chinese letters
     */
    public byte[] print(LetterText letter) {
        return print(letter, null);
    }

    /**
     * A file that is kept, as PDF/A-2u.
     *
     * @param at when it is made
     * @throws NoFontException when the machine has no font with Chinese letters
     */
    public byte[] archival(LetterText letter, Instant at) {
        return print(letter, at);
    }

    private byte[] print(LetterText letter, @Nullable Instant kept) {
        Face face = faces.face();
        try (PDDocument document = new PDDocument()) {
            Sheets sheets = new Sheets(face);
            sheets.lay(letter);
            sheets.into(document, letter);
            document.getDocumentInformation().setTitle(letter.title());
            document.getDocumentInformation().setAuthor(letter.office());
            document.getDocumentCatalog().setLanguage(letter.language());
            PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            if (kept != null) {
                Archival.mark(document, kept);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a letter can't be printed", e);
        }
    }

    /** The pages of one letter while it is laid out. */
    private static final class Sheets {

        private final Face face;
        private final TypeThree letters;
        private final List<StringBuilder> pages = new ArrayList<>();
        private double y;

        Sheets(Face face) {
            this.face = face;
            this.letters = new TypeThree(face);
            turn();
        }

        void lay(LetterText letter) {
            centred(letter.office(), 15);
            y -= 7;
            rule();
            y -= 14;
            centred(letter.title(), 19);
            y -= 6;
            text(letter.numbered(), SMALL, WIDTH, 0, Align.RIGHT, 0);
            y -= 8;
            for (LetterText.Part part : letter.body()) {
                lay(part);
            }
            if (!letter.code().isEmpty()) {
                code(letter.code());
            }
            if (!letter.seal().isEmpty()) {
                close(letter);
            }
        }

        private void lay(LetterText.Part part) {
            switch (part.style()) {
                case PARAGRAPH -> text(part.text(), BODY, WIDTH, 0, Align.LEFT, 2 * BODY);
                case PLAIN -> text(part.text(), BODY, WIDTH, 0, Align.LEFT, 0);
                case HEADING -> {
                    keep(4 * BODY);
                    y -= 6;
                    text(part.text(), BODY + 1, WIDTH, 0, Align.LEFT, 0);
                }
                case ITEM -> text(part.text(), BODY, WIDTH - 2 * BODY, 2 * BODY, Align.LEFT, 0);
                case NOTE -> text(part.text(), SMALL, WIDTH, 0, Align.LEFT, 0);
            }
        }

        /** A QR code, as black squares. */
        private void code(String content) {
            boolean[][] modules = QrCode.modules(content);
            double module = CODE / modules.length;
            keep(CODE + 8);
            y -= 8;
            StringBuilder squares = new StringBuilder("0 g\n");
            for (int row = 0; row < modules.length; row++) {
                for (int column = 0; column < modules.length; column++) {
                    if (modules[row][column]) {
                        squares.append(
                                String.format(
                                        Locale.ROOT,
                                        "%.2f %.2f %.2f %.2f re%n",
                                        MARGIN + column * module,
                                        y - (row + 1) * module,
                                        module,
                                        module));
                    }
                }
            }
            pages.get(pages.size() - 1).append(squares).append("f\n");
            y -= CODE;
        }

        private void close(LetterText letter) {
            keep(CLOSING);
            y -= 16;
            double centre = MARGIN + WIDTH - 90;
            circle(centre, y - SEAL_RADIUS);
            show(
                    letter.seal(),
                    SMALL,
                    centre - new LineBreaks(face, SMALL).width(letter.seal()) / 2,
                    y - SEAL_RADIUS - 3);
            y -= SEAL_RADIUS - 2 * BODY;
            double middle = y;
            y = middle - BODY;
            text(letter.office(), BODY, WIDTH - 190, 0, Align.RIGHT, 0);
            text(letter.day(), BODY, WIDTH - 190, 0, Align.RIGHT, 0);
            y = Math.min(y, middle - 2 * SEAL_RADIUS);
        }

        void into(PDDocument document, LetterText letter) throws IOException {
            for (int i = 0; i < pages.size(); i++) {
                String number = letter.page().formatted(i + 1, pages.size());
                double right = MARGIN + WIDTH - new LineBreaks(face, SMALL).width(number);
                StringBuilder page = pages.get(i);
                page.append(shown(letter.foot(), SMALL, MARGIN, FOOT));
                page.append(shown(number, SMALL, right, FOOT));
            }
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.FONT, letters.fonts(document));
            for (StringBuilder content : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.getCOSObject().setItem(COSName.RESOURCES, resources);
                page.getCOSObject()
                        .setItem(COSName.CONTENTS, TypeThree.stream(document, content.toString()));
                document.addPage(page);
            }
        }

        private enum Align {
            LEFT,
            RIGHT
        }

        private void text(
                String text, double size, double width, double left, Align align, double indent) {
            LineBreaks breaks = new LineBreaks(face, size);
            double first = indent;
            for (String line : breaks.lines(text, width, indent)) {
                keep(size * LEADING);
                y -= size * LEADING;
                double free = align == Align.RIGHT ? width - breaks.width(line) : 0;
                show(line, size, MARGIN + left + first + free, y);
                first = 0;
            }
        }

        private void centred(String text, double size) {
            LineBreaks breaks = new LineBreaks(face, size);
            for (String line : breaks.lines(text, WIDTH, 0)) {
                keep(size * LEADING);
                y -= size * LEADING;
                show(line, size, MARGIN + (WIDTH - breaks.width(line)) / 2, y);
            }
        }

        private void keep(double height) {
            if (y - height < MARGIN) {
                turn();
            }
        }

        private void turn() {
            pages.add(new StringBuilder());
            y = TOP;
        }

        private void show(String text, double size, double x, double at) {
            pages.get(pages.size() - 1).append(shown(text, size, x, at));
        }

        private String shown(String text, double size, double x, double at) {
            return String.format(
                    Locale.ROOT, "BT %.2f %.2f Td%n%sET%n", x, at, letters.show(text, size));
        }

        private void rule() {
            pages.get(pages.size() - 1)
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "0.8 w %.2f %.2f m %.2f %.2f l S%n",
                                    MARGIN,
                                    y,
                                    MARGIN + WIDTH,
                                    y));
        }

        /** Where the seal goes: dashed and grey, so that the seal covers it. */
        private void circle(double x, double middle) {
            double r = SEAL_RADIUS;
            double k = KAPPA * r;
            pages.get(pages.size() - 1)
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "q 0.6 G 0.6 w [3 3] 0 d %.2f %.2f m"
                                            + " %.2f %.2f %.2f %.2f %.2f %.2f c"
                                            + " %.2f %.2f %.2f %.2f %.2f %.2f c"
                                            + " %.2f %.2f %.2f %.2f %.2f %.2f c"
                                            + " %.2f %.2f %.2f %.2f %.2f %.2f c S Q%n",
                                    x + r,
                                    middle, //
                                    x + r,
                                    middle + k,
                                    x + k,
                                    middle + r,
                                    x,
                                    middle + r, //
                                    x - k,
                                    middle + r,
                                    x - r,
                                    middle + k,
                                    x - r,
                                    middle, //
                                    x - r,
                                    middle - k,
                                    x - k,
                                    middle - r,
                                    x,
                                    middle - r, //
                                    x + k,
                                    middle - r,
                                    x + r,
                                    middle - k,
                                    x + r,
                                    middle));
        }
    }
}
