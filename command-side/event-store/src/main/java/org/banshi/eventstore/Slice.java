package org.banshi.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.banshi.eventstore.tree.LeafContent;

/**
 * Some bytes of a line, where they stand in it or, where they stood there otherwise, by themselves.
 */
final class Slice {

    private byte[] array = {};
    private int from;
    private int length;
    private byte[] own = {};

    /** Those of an array, which is not copied. */
    void set(byte[] of, int begin, int end) {
        array = of;
        from = begin;
        length = end - begin;
    }

    /** Room of its own for so many bytes, to be filled and told of by {@link #set}. */
    byte[] room(int most) {
        if (own.length < most) {
            own = new byte[most];
        }
        return own;
    }

    int length() {
        return length;
    }

    boolean holds(byte[] other) {
        return Arrays.equals(array, from, from + length, other, 0, other.length);
    }

    boolean holds(Slice other) {
        return Arrays.equals(
                array, from, from + length, other.array, other.from, other.from + other.length);
    }

    /** Where a short text begins in it; -1 where it does not. */
    int find(byte[] text) {
        int last = from + length - text.length;
        for (int i = from; i <= last; i++) {
            if (array[i] == text[0]
                    && Arrays.equals(array, i, i + text.length, text, 0, text.length)) {
                return i - from;
            }
        }
        return -1;
    }

    /** The bytes from {@code begin} up to one that is the same as {@code end}; it must be there. */
    void part(int begin, char end, Slice into) {
        int at = from + begin;
        while (at < from + length && array[at] != end) {
            at++;
        }
        if (at == from + length) {
            throw new IllegalArgumentException("no end");
        }
        into.set(array, from + begin, at);
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(array, from, length);
    }

    void into(LeafContent content) {
        content.text(array, from, length);
    }

    void into(GrowingBytes bytes) {
        bytes.put(array, from, length);
    }

    /**
     * @throws CharacterCodingException when it is not in UTF-8
     */
    String text() throws CharacterCodingException {
        for (int i = from; i < from + length; i++) {
            if (array[i] < 0) {
                return StandardCharsets.UTF_8.newDecoder().decode(buffer()).toString();
            }
        }
        return new String(array, from, length, StandardCharsets.ISO_8859_1);
    }
}
