package org.banshi.app.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chain of the journal: each link covers the one before, the position and the content. 2 in
 * front tells a link from a leaf or a node of the log's tree.
 */
final class Chain {

    private Chain() {}

    static byte[] link(byte[] before, long position, String content) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 2);
        sha256.update(before);
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
        return sha256.digest(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
