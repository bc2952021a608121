package org.banshi.eventstore.tree;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The log at one moment in a few bytes, signed. Kept away from the database, it tells later whether
 * what was in the log then still is.
 *
 * @param origin which log it is of
 * @param size how many events the log had
 * @param root the tree's, in hex
 * @param chain the last group's link, in hex
 * @param time when it was signed
 * @param key id of the signing key: the first 16 hex digits of its public half's SHA-256
 * @param signature Ed25519 over {@link #signed()}, in hex
 */
public record Checkpoint(
        String origin,
        long size,
        String root,
        String chain,
        Instant time,
        String key,
        String signature) {

    /**
     * What is signed: this record's other components, each on a line of its own after the line
     * {@code banshi-checkpoint-1}, in their order, in UTF-8.
     */
    public byte[] signed() {
        return "banshi-checkpoint-1\n%s\n%d\n%s\n%s\n%s\n%s\n"
                .formatted(origin, size, root, chain, time, key)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The root. */
    byte[] rootHash() {
        return HexFormat.of().parseHex(root);
    }

    /** The chain's link. */
    byte[] chainHash() {
        return HexFormat.of().parseHex(chain);
    }

    Checkpoint signed(String with) {
        return new Checkpoint(origin, size, root, chain, time, key, with);
    }
}
