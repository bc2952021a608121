package org.banshi.app.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines: between Chinese letters anywhere, between words at spaces, and never so
 * that a line begins with a closing mark or ends with an opening one (避头尾).
 */
final class LineBreaks {

    private static final String CLOSING = "，。；：、）》”’！？】」』%…,.;:!?)";
    private static final String OPENING = "（《“‘【「『(";

    private final Face face;
    private final double size;

    LineBreaks(Face face, double size) {
        this.face = face;
        this.size = size;
    }

    double width(String text) {
        return text.codePoints().mapToDouble(face::width).sum() * size / Face.EM;
    }

    /** The lines of a text: the first narrower by {@code indent}, none wider than {@code width}. */
    List<String> lines(String text, double width, double indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            double room = lines.isEmpty() ? width - indent : width;
            for (String unit : units(paragraph)) {
                for (String part : fitting(unit, width)) {
                    if (line.length() > 0 && width(line + part.stripTrailing()) > room) {
                        lines.add(line.toString().stripTrailing());
                        line.setLength(0);
                        room = width;
                        part = part.stripLeading();
                    }
                    line.append(part);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** What is not to be broken. */
    private static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int before = -1;
        for (int letter : text.codePoints().toArray()) {
            if (before >= 0 && breaks(before, letter)) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(letter);
            before = letter;
        }
        units.add(unit.toString());
        return units;
    }

    private static boolean breaks(int before, int letter) {
        if (CLOSING.indexOf(letter) >= 0 || OPENING.indexOf(before) >= 0 || letter == ' ') {
            return false;
        }
        return before == ' ' || isIdeographic(before) || isIdeographic(letter);
    }

    private static boolean isIdeographic(int letter) {
        return letter >= 0x2E80;
    }

    /** A word that is wider than a line is cut. */
    private List<String> fitting(String unit, double width) {
        if (width(unit) <= width) {
            return List.of(unit);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int letter : unit.codePoints().toArray()) {
            if (part.length() > 0 && width(part + Character.toString(letter)) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(letter);
        }
        parts.add(part.toString());
        return parts;
    }
}
