package org.banshi.eventstore.tree;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The leaf of one event in the Merkle tree over the log (RFC 6962, section 2.1: SHA-256 over a zero
 * byte and the content). The content is, each text in UTF-8 after its length in bytes (4): stream
 * type, stream, sequence (8), stored name, revision (4), id (16), payload, metadata. The position
 * is the leaf's place in the tree; the time is bound by the group's link.
 */
public final class MerkleLeaf {

    private static final ThreadLocal<LeafContent> CONTENT =
            ThreadLocal.withInitial(LeafContent::new);

    private MerkleLeaf() {}

    /** The leaf of an event that is to be appended. */
    public static byte[] of(
            String streamType,
            String stream,
            long sequence,
            String name,
            int revision,
            UUID id,
            String payload,
            String metadata) {
        byte[] body = utf8(payload);
        byte[] beside = utf8(metadata);
        return CONTENT.get()
                .begin(body.length + beside.length)
                .text(utf8(streamType))
                .text(utf8(stream))
                .number(sequence)
                .text(utf8(name))
                .number(revision)
                .number(id.getMostSignificantBits())
                .number(id.getLeastSignificantBits())
                .text(body)
                .text(beside)
                .leaf();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
