package org.banshi.eventstore.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962, 2.1, to the letter: recursion over lists of leaves. */
final class NaiveTree implements TreeNodes {

    private final Hashes hashes = new Hashes();
    private final List<byte[]> leaves;
    private final Map<Long, byte[]> known = new HashMap<>();

    NaiveTree(List<byte[]> leaves) {
        this.leaves = leaves;
    }

    static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Hashes.sha256().digest(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /** MTH(D[first:end]). */
    byte[] hash(int first, int end) {
        if (first == end) {
            return hashes.ofNothing();
        }
        if (end - first == 1) {
            return leaves.get(first);
        }
        long key = (long) first << 32 | end;
        byte[] found = known.get(key);
        if (found == null) {
            int middle = first + split(end - first);
            found = hashes.node(hash(first, middle), hash(middle, end));
            known.put(key, found);
        }
        return found;
    }

    /** PATH(index, D[first:end]), the index from first. */
    List<byte[]> path(int index, int first, int end) {
        if (end - first == 1) {
            return List.of();
        }
        int half = split(end - first);
        List<byte[]> path = new ArrayList<>();
        if (index < half) {
            path.addAll(path(index, first, first + half));
            path.add(hash(first + half, end));
        } else {
            path.addAll(path(index - half, first + half, end));
            path.add(hash(first, first + half));
        }
        return path;
    }

    /** SUBPROOF(earlier, D[first:end], whole). */
    List<byte[]> subproof(int earlier, int first, int end, boolean whole) {
        if (earlier == end - first) {
            return whole ? List.of() : List.of(hash(first, end));
        }
        int half = split(end - first);
        List<byte[]> path = new ArrayList<>();
        if (earlier <= half) {
            path.addAll(subproof(earlier, first, first + half, whole));
            path.add(hash(first + half, end));
        } else {
            path.addAll(subproof(earlier - half, first + half, end, false));
            path.add(hash(first, first + half));
        }
        return path;
    }

    private static int split(int leaves) {
        int half = 1;
        while (half * 2 < leaves) {
            half *= 2;
        }
        return half;
    }

    @Override
    public byte[] node(int level, long nth) {
        int first = Math.toIntExact(nth << level);
        return hash(first, first + (1 << level));
    }
}
