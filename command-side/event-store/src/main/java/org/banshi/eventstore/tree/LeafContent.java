package org.banshi.eventstore.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a leaf is the hash of, put together in a buffer that is used again. */
final class LeafContent {

    private static final int SMALL = 4_096;

    private final Hashes hashes = new Hashes();
    private ByteBuffer content = ByteBuffer.allocate(SMALL);

    /** Forgets what was put. */
    LeafContent begin(int expected) {
        content.clear();
        if (content.capacity() > 16 * SMALL && expected < SMALL) {
            content = ByteBuffer.allocate(SMALL);
        }
        reserve(1);
        content.put((byte) 0);
        return this;
    }

    LeafContent text(byte[] utf8) {
        return text(utf8, 0, utf8.length);
    }

    LeafContent text(byte[] utf8, int offset, int length) {
        reserve(Integer.BYTES + length);
        content.putInt(length).put(utf8, offset, length);
        return this;
    }

    LeafContent number(int number) {
        reserve(Integer.BYTES);
        content.putInt(number);
        return this;
    }

    LeafContent number(long number) {
        reserve(Long.BYTES);
        content.putLong(number);
        return this;
    }

    byte[] leaf() {
        return hashes.of(content.array(), content.position());
    }

    private void reserve(int bytes) {
        if (content.remaining() < bytes) {
            int used = content.position();
            int wanted = Math.max(2 * content.capacity(), used + bytes);
            content = ByteBuffer.wrap(Arrays.copyOf(content.array(), wanted)).position(used);
        }
    }
}
