package org.banshi.eventstore.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree (RFC 6962, 2.1) that grows by one leaf at a time and remembers only the roots of
 * the perfect subtrees that no larger one contains yet.
 */
public final class MerkleTree {

    /** Told of every perfect subtree as it is completed, smallest first. */
    interface Completed {
        /**
         * @param level its leaves are two to this power
         * @param nth it is so many of its kind from the left, from 0
         */
        void subtree(int level, long nth, byte[] root);
    }

    private final Hashes hashes = new Hashes();
    private final byte[][] frontier;
    private long size;

    public MerkleTree() {
        this(0, new byte[Long.SIZE][]);
    }

    /**
     * @param frontier element n is the root of 2^n leaves, and counts when bit n of the size is set
     */
    MerkleTree(long size, @Nullable byte[][] frontier) {
        this.size = size;
        this.frontier = Arrays.copyOf(frontier, Long.SIZE);
        for (long rest = size; rest > 0; rest &= rest - 1) {
            byte[] root = this.frontier[Long.numberOfTrailingZeros(rest)];
            if (root == null || root.length != Hashes.BYTES) {
                throw new IllegalArgumentException("a tree of " + size + " lacks a root");
            }
        }
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Takes the next leaf, already hashed. */
    public void append(byte[] leaf) {
        append(0, leaf, (level, nth, root) -> {});
    }

    /**
     * Takes the next perfect subtree.
     *
     * @param level its leaves are two to this power; the size is a multiple of them
     */
    void append(int level, byte[] subtree, Completed completed) {
        byte[] node = subtree;
        long rest = size >> level;
        int reached = level;
        while ((rest & 1) == 1) {
            node = hashes.node(frontier[reached], node);
            rest >>= 1;
            reached++;
            completed.subtree(reached, rest, node);
        }
        frontier[reached] = node;
        size += 1L << level;
    }

    /** The tree as it was when it had {@code earlier} leaves: its size without its lowest bits. */
    MerkleTree before(long earlier) {
        return new MerkleTree(earlier, frontier);
    }

    /** The root of the whole; of an empty tree the hash of nothing. */
    public byte[] root() {
        byte[] root = null;
        for (long rest = size; rest > 0; rest &= rest - 1) {
            byte[] left = frontier[Long.numberOfTrailingZeros(rest)];
            root = root == null ? left : hashes.node(left, root);
        }
        return root == null ? hashes.ofNothing() : root;
    }
}
