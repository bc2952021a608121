package org.banshi.query.projection.rebuild;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY, as UTF-8, written in one pass: most of it is long JSON. */
final class CopyText {

    /** Most bytes of one character, escaped. */
    private static final int WIDEST = 4;

    private byte[] bytes = new byte[1 << 17];
    private char[] chars = new char[1 << 13];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(@Nullable Object[] row) {
        for (int column = 0; column < row.length; column++) {
            if (column > 0) {
                put('\t');
            }
            Object value = row[column];
            if (value == null) {
                put('\\');
                put('N');
            } else {
                append(value.toString());
            }
        }
        put('\n');
    }

    private void append(String value) {
        int count = value.length();
        if (chars.length < count) {
            chars = new char[2 * count];
        }
        value.getChars(0, count, chars, 0);
        reserve(WIDEST * count);
        for (int i = 0; i < count; i++) {
            char c = chars[i];
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                put2(c);
            } else if (!Character.isSurrogate(c)) {
                put3(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < count
                    && Character.isLowSurrogate(chars[i + 1])) {
                put4(Character.toCodePoint(c, chars[++i]));
            } else {
                bytes[length++] = '?';
            }
        }
    }

    private void ascii(char c) {
        byte escaped =
                switch (c) {
                    case '\\' -> '\\';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> 0;
                };
        if (escaped != 0) {
            bytes[length++] = '\\';
        }
        bytes[length++] = escaped != 0 ? escaped : (byte) c;
    }

    private void put2(int c) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void put3(int c) {
        bytes[length++] = (byte) (0xE0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void put4(int c) {
        bytes[length++] = (byte) (0xF0 | c >> 18);
        bytes[length++] = (byte) (0x80 | c >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
