package org.banshi.eventstore.tree;

import java.util.Arrays;
import java.util.List;

/**
 * That a leaf is in a tree (RFC 6962, 2.1.1).
 *
 * @param index of the leaf, from 0: its position less one
 * @param size of the tree
 * @param path the roots beside the way from the leaf to the tree's root
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the leaf leads to the root (RFC 9162, 2.1.3.2). */
    public boolean leads(byte[] leaf, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Hashes hashes = new Hashes();
        long node = index;
        long last = size - 1;
        byte[] found = leaf;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                found = hashes.node(beside, found);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                found = hashes.node(found, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(found, root);
    }
}
