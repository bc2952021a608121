package org.banshi.app.letter;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The letters that a document uses, embedded as Type 3 fonts of at most 256 letters each, with the
 * text behind them so that it can be searched, copied and read out. PDFBox can't embed a part of a
 * font whose outlines are PostScript's, as those of Noto CJK are, and the whole font is 16 MB.
 */
final class TypeThree {

    private static final int MOST = 256;

    private final Face face;
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();

    TypeThree(Face face) {
        this.face = face;
    }

    /** Operators that show a text at the place where the text cursor is. */
    String show(String text, double size) {
        StringBuilder operators = new StringBuilder();
        int font = -1;
        for (int letter : text.codePoints().toArray()) {
            int code = codes.computeIfAbsent(letter, it -> codes.size());
            if (code / MOST != font) {
                operators.append(font < 0 ? "" : "> Tj\n");
                font = code / MOST;
                operators.append(String.format(Locale.ROOT, "/F%d %.2f Tf <", font, size));
            }
            operators.append(String.format(Locale.ROOT, "%02X", code % MOST));
        }
        return font < 0 ? "" : operators.append("> Tj\n").toString();
    }

    /** The fonts by the names that {@link #show} gave them; to be asked when all is shown. */
    COSDictionary fonts(PDDocument document) throws IOException {
        List<Integer> letters = new ArrayList<>(codes.keySet());
        COSDictionary fonts = new COSDictionary();
        for (int from = 0; from < letters.size(); from += MOST) {
            List<Integer> part = letters.subList(from, Math.min(from + MOST, letters.size()));
            fonts.setItem(COSName.getPDFName("F" + from / MOST), font(document, part));
        }
        return fonts;
    }

    private COSDictionary font(PDDocument document, List<Integer> letters) throws IOException {
        COSDictionary procedures = new COSDictionary();
        COSArray differences = new COSArray();
        COSArray widths = new COSArray();
        differences.add(COSInteger.ZERO);
        for (int letter : letters) {
            COSName name = COSName.getPDFName("u" + Integer.toHexString(letter));
            differences.add(name);
            widths.add(new COSFloat((float) face.width(letter)));
            procedures.setItem(name, stream(document, procedure(letter)));
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, differences);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, numbers(0, 0, 0, 0));
        font.setItem(COSName.FONT_MATRIX, numbers(1.0 / Face.EM, 0, 0, 1.0 / Face.EM, 0, 0));
        font.setItem(COSName.CHAR_PROCS, procedures);
        font.setItem(COSName.ENCODING, encoding);
        font.setInt(COSName.FIRST_CHAR, 0);
        font.setInt(COSName.LAST_CHAR, letters.size() - 1);
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setItem(COSName.TO_UNICODE, stream(document, meaning(letters)));
        return font;
    }

    private String procedure(int letter) {
        GeneralPath outline = face.outline(letter);
        Rectangle2D box = outline.getBounds2D();
        StringBuilder drawn =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "%.1f 0 %.1f %.1f %.1f %.1f d1%n",
                                face.width(letter),
                                box.getMinX(),
                                box.getMinY(),
                                box.getMaxX(),
                                box.getMaxY()));
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> drawn.append(points("m", at[0], at[1]));
                case PathIterator.SEG_LINETO -> drawn.append(points("l", at[0], at[1]));
                case PathIterator.SEG_QUADTO ->
                        // PDF knows cubic curves alone.
                        drawn.append(
                                points(
                                        "c",
                                        x + (at[0] - x) * 2 / 3,
                                        y + (at[1] - y) * 2 / 3,
                                        at[2] + (at[0] - at[2]) * 2 / 3,
                                        at[3] + (at[1] - at[3]) * 2 / 3,
                                        at[2],
                                        at[3]));
                case PathIterator.SEG_CUBICTO ->
                        drawn.append(points("c", at[0], at[1], at[2], at[3], at[4], at[5]));
                default -> drawn.append("h\n");
            }
            int end = ENDS[path.currentSegment(at)];
            if (end >= 0) {
                x = at[end];
                y = at[end + 1];
            }
        }
        return drawn.append("f\n").toString();
    }

    /** Where a segment's end stands among its numbers, by the segment's type. */
    private static final int[] ENDS = {0, 0, 2, 4, -1};

    private static String points(String operator, double... numbers) {
        StringBuilder line = new StringBuilder();
        for (double number : numbers) {
            line.append(String.format(Locale.ROOT, "%.1f ", number));
        }
        return line.append(operator).append('\n').toString();
    }

    /** What text the codes stand for. */
    private static String meaning(List<Integer> letters) {
        StringBuilder map =
                new StringBuilder(
                        """
                        /CIDInit /ProcSet findresource begin
                        12 dict begin
                        begincmap
                        /CMapName /Letters def
                        /CMapType 2 def
                        1 begincodespacerange
                        <00> <FF>
                        endcodespacerange
                        """);
        // A block holds at most 100.
        for (int from = 0; from < letters.size(); from += 100) {
            int until = Math.min(from + 100, letters.size());
            map.append(until - from).append(" beginbfchar\n");
            for (int code = from; code < until; code++) {
                map.append(String.format(Locale.ROOT, "<%02X> <", code));
                for (char unit : Character.toChars(letters.get(code))) {
                    map.append(String.format(Locale.ROOT, "%04X", (int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    static COSStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static COSArray numbers(double... values) {
        COSArray numbers = new COSArray();
        for (double value : values) {
            numbers.add(new COSFloat((float) value));
        }
        return numbers;
    }
}
