package org.banshi.eventstore.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 as the tree uses it. Not for several threads at once. */
public final class Hashes {

    static final int BYTES = 32;

    private final MessageDigest digest = sha256();
    private final ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }

    /** A stored hash; empty where there is none. */
    static byte[] orNone(byte @Nullable [] stored) {
        return stored == null ? new byte[0] : stored;
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** Of nothing: the root of the empty tree, and what the first group's link is chained to. */
    public byte[] ofNothing() {
        return digest.digest();
    }

    byte[] of(byte[] content, int length) {
        digest.update(content, 0, length);
        return digest.digest();
    }

    /** A node over two (RFC 6962, 2.1). */
    byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /**
     * A group's link: what binds its end, its time and its root to all groups before.
     *
     * @param micros of the group's time since 1970
     */
    public byte[] link(byte[] previous, long position, long micros, byte[] root) {
        numbers.clear().putLong(position).putLong(micros);
        digest.update((byte) 2);
        digest.update(previous);
        digest.update(numbers.array());
        digest.update(root);
        return digest.digest();
    }
}
