package org.banshi.eventstore.tree;

import java.util.ArrayList;
import java.util.List;

/** The roots of perfect subtrees, and what follows from them (RFC 6962, 2.1). */
public interface TreeNodes {

    /**
     * The root of the leaves from {@code nth << level}, of which there are {@code 1 << level}.
     *
     * @throws TornTreeException when one of them is not there
     */
    byte[] node(int level, long nth);

    /** The root of a tree of the first {@code size} leaves. */
    default byte[] root(long size) {
        return tree(size).root();
    }

    /** The tree of the first {@code size} leaves, ready to grow. */
    default MerkleTree tree(long size) {
        byte[][] frontier = new byte[Long.SIZE][];
        for (long rest = size; rest > 0; rest &= rest - 1) {
            int level = Long.numberOfTrailingZeros(rest);
            frontier[level] = node(level, (size >> level) - 1);
        }
        return new MerkleTree(size, frontier);
    }

    /**
     * That a leaf is in a tree.
     *
     * @param index of the leaf, from 0: its position less one
     */
    default InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long first = 0;
        long end = size;
        while (end - first > 1) {
            long middle = first + split(end - first);
            if (index < middle) {
                path.add(0, range(middle, end));
                end = middle;
            } else {
                path.add(0, range(first, middle));
                first = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /**
     * That a tree only grew.
     *
     * @param earlier its size before, from 1 to {@code later}
     */
    default ConsistencyProof consistency(long earlier, long later) {
        if (earlier < 1 || earlier > later) {
            throw new IllegalArgumentException("no tree grows from " + earlier + " to " + later);
        }
        List<byte[]> path = new ArrayList<>();
        long first = 0;
        long end = later;
        while (earlier < end) {
            long middle = first + split(end - first);
            if (earlier <= middle) {
                path.add(0, range(middle, end));
                end = middle;
            } else {
                path.add(0, range(first, middle));
                first = middle;
            }
        }
        if (first > 0) {
            path.add(0, range(first, end));
        }
        return new ConsistencyProof(earlier, later, path);
    }

    /** The largest power of two below a number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private byte[] range(long first, long end) {
        long leaves = end - first;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return node(level, first >> level);
        }
        long middle = first + split(leaves);
        return new Hashes().node(range(first, middle), range(middle, end));
    }
}
