package org.banshi.eventstore;

import org.banshi.eventstore.tree.Hashes;
import org.banshi.eventstore.tree.LeafContent;
import org.banshi.eventstore.tree.MerkleTree;

/**
 * Leaves, tree and chain of a log that is read from its beginning, made as {@code append_group}
 * makes them. Not for several threads at once.
 */
final class ImportedTree {

    /** Roots of every eighth level are stored. */
    private static final int STORED_LEVELS = 8;

    private final Hashes hashes = new Hashes();
    private final LeafContent content = new LeafContent();
    private final MerkleTree tree = new MerkleTree();
    private byte[] chain = hashes.ofNothing();

    /** The leaf of an event. */
    byte[] leaf(LogLineReader.Line line) {
        return line.leaf(content);
    }

    /** Takes the next leaf; subtrees that are to be stored go into the batch. */
    void append(byte[] leaf, ImportBatch batch) {
        tree.append(
                leaf,
                (level, nth, root) -> {
                    if (level % STORED_LEVELS == 0) {
                        batch.subtree(level, nth, root);
                    }
                });
    }

    /** How many leaves it has. */
    long size() {
        return tree.size();
    }

    byte[] root() {
        return tree.root();
    }

    /**
     * Closes a group.
     *
     * @param micros of its time since 1970
     * @return its link
     */
    byte[] link(long micros, byte[] root) {
        chain = hashes.link(chain, tree.size(), micros, root);
        return chain;
    }

    byte[] chain() {
        return chain;
    }

    /** As {@code event_head} holds it. */
    byte[][] frontier() {
        return tree.frontier();
    }
}
