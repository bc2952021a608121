package org.banshi.app.letter;

import java.awt.geom.GeneralPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** One face of a font file: outlines and widths of its letters. */
final class Face {

    /** Widths and outlines are told in thousandths of the letter's size. */
    static final int EM = 1000;

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double scale;

    private Face(TrueTypeFont font) throws IOException {
        this.font = font;
        this.letters = font.getUnicodeCmapLookup();
        this.scale = (double) EM / font.getUnitsPerEm();
    }

    /**
     * Reads a file; of a collection the face for simplified Chinese.
     *
     * @throws IOException when it is no font that can be read
     */
    static Face read(Path path) throws IOException {
        File file = path.toFile();
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ttc")) {
            TrueTypeCollection collection = new TrueTypeCollection(file);
            List<String> names = new ArrayList<>();
            collection.processAllFonts(one -> names.add(one.getName()));
            String simplified =
                    names.stream()
                            .filter(one -> one.contains("SC") || one.contains("sc-"))
                            .findFirst()
                            .orElse(names.get(0));
            return new Face(collection.getFontByName(simplified));
        }
        RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file);
        return new Face(
                name.endsWith(".otf")
                        ? new OTFParser().parse(bytes)
                        : new TTFParser().parse(bytes));
    }

    /** Width of a letter in thousandths of its size. */
    double width(int letter) {
        try {
            return font.getAdvanceWidth(letters.getGlyphId(letter)) * scale;
        } catch (IOException e) {
            throw new IllegalStateException("the font can't be read", e);
        }
    }

    /** Outline of a letter in thousandths of its size, from its base line. */
    GeneralPath outline(int letter) {
        try {
            GeneralPath path = outlineOf(letters.getGlyphId(letter));
            path.transform(java.awt.geom.AffineTransform.getScaleInstance(scale, scale));
            return path;
        } catch (IOException e) {
            throw new IllegalStateException("the font can't be read", e);
        }
    }

    private GeneralPath outlineOf(int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            CFFFont outlines = open.getCFF().getFont();
            int id =
                    outlines.getCharset().isCIDFont()
                            ? outlines.getCharset().getCIDForGID(glyph)
                            : glyph;
            return new GeneralPath(outlines.getType2CharString(id).getPath());
        }
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
    }
}
