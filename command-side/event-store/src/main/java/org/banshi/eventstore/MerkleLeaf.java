package org.banshi.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The leaf of one event in the Merkle tree over the log (RFC 6962, section 2.1: SHA-256 over a zero
 * byte and the content). The content is, each text in UTF-8 after its length in bytes (4): stream
 * type, stream, sequence (8), stored name, revision (4), id (16), payload, metadata. The position
 * is the leaf's place in the tree; the time is bound by the group's link.
 */
final class MerkleLeaf {

    private static final ThreadLocal<MessageDigest> SHA_256 =
            ThreadLocal.withInitial(MerkleLeaf::newDigest);

    private MerkleLeaf() {}

    static byte[] of(
            String streamType,
            String stream,
            long sequence,
            String name,
            int revision,
            UUID id,
            String payload,
            String metadata) {
        byte[] type = streamType.getBytes(StandardCharsets.UTF_8);
        byte[] streamName = stream.getBytes(StandardCharsets.UTF_8);
        byte[] eventName = name.getBytes(StandardCharsets.UTF_8);
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        byte[] beside = metadata.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content =
                ByteBuffer.allocate(
                        1
                                + 20
                                + 8
                                + 4
                                + 16
                                + type.length
                                + streamName.length
                                + eventName.length
                                + body.length
                                + beside.length);
        content.put((byte) 0);
        put(content, type);
        put(content, streamName);
        content.putLong(sequence);
        put(content, eventName);
        content.putInt(revision);
        content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        put(content, body);
        put(content, beside);
        return SHA_256.get().digest(content.array());
    }

    private static void put(ByteBuffer content, byte[] text) {
        content.putInt(text.length).put(text);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }
}
