package org.banshi.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are put together, numbers in network order. */
final class GrowingBytes {

    private byte[] bytes;
    private int length;

    GrowingBytes(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    GrowingBytes put(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    GrowingBytes putShort(int value) {
        return put(value >> 8).put(value);
    }

    GrowingBytes putInt(int value) {
        room(4);
        ByteBuffer.wrap(bytes).putInt(length, value);
        length += 4;
        return this;
    }

    GrowingBytes putLong(long value) {
        room(8);
        ByteBuffer.wrap(bytes).putLong(length, value);
        length += 8;
        return this;
    }

    /** Overwrites eight bytes. */
    void setLong(int index, long value) {
        ByteBuffer.wrap(bytes).putLong(index, value);
    }

    GrowingBytes put(byte[] from) {
        return put(from, 0, from.length);
    }

    GrowingBytes put(byte[] from, int offset, int count) {
        room(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** In UTF-8. */
    GrowingBytes put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
