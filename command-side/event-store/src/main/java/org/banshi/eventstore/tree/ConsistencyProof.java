package org.banshi.eventstore.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That a tree holds all of an earlier one, in the same order, before what is new (RFC 6962, 2.1.2).
 *
 * @param earlier size of the earlier tree, at least 1
 * @param later size of the later tree
 * @param path the roots from which both trees' can be made
 */
public record ConsistencyProof(long earlier, long later, List<byte[]> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether both roots follow from the path (RFC 9162, 2.1.4.2). */
    public boolean joins(byte[] earlierRoot, byte[] laterRoot) {
        if (earlier < 1 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return path.isEmpty() && Arrays.equals(earlierRoot, laterRoot);
        }
        List<byte[]> roots = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            roots.add(0, earlierRoot);
        }
        if (roots.isEmpty()) {
            return false;
        }
        Hashes hashes = new Hashes();
        int shift = Long.numberOfTrailingZeros(~(earlier - 1));
        long node = earlier - 1 >> shift;
        long last = later - 1 >> shift;
        byte[] before = roots.get(0);
        byte[] after = roots.get(0);
        for (byte[] beside : roots.subList(1, roots.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = hashes.node(beside, before);
                after = hashes.node(beside, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = hashes.node(after, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, earlierRoot) && Arrays.equals(after, laterRoot);
    }
}
