package org.banshi.eventstore.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree anew from leaves as they come, and holds the groups' roots, links and times to it,
 * and the nodes that are stored. After something wrong it finds its feet again where stored nodes
 * help, so that one change is one finding and a second one is found too.
 */
final class TreeWalk {

    /** What is followed at most where events are missing. */
    private static final int WIDEST_GAP = 1_000_000;

    private static final int TILE = 8;
    private static final byte[] NO_LEAF = new byte[Hashes.BYTES];

    /** Neighbours with the same time. */
    private record Span(long from, long to, long micros) {}

    private final Findings findings;
    private final GroupCheck groups;
    private final ArrayDeque<LogGroup> ahead = new ArrayDeque<>();
    private final List<Span> times = new ArrayList<>();
    private MerkleTree tree;

    /** The tree with the stored root of the last tile that did not come out. */
    private @Nullable MerkleTree alternative;

    /** Stored nodes by {@link LogPart#key}; null where none are stored. */
    private @Nullable Map<Long, byte[]> subtrees;

    /**
     * @param tree of what comes before
     * @param chain the link of the last group before
     */
    TreeWalk(MerkleTree tree, byte[] chain, List<Checkpoint> checkpoints, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        this.groups = new GroupCheck(tree.size(), chain, checkpoints, findings);
    }

    /** How many leaves the tree has. */
    long size() {
        return tree.size();
    }

    byte[] root() {
        return tree.root();
    }

    /** The chain's last link. */
    byte[] chain() {
        return groups.chain();
    }

    /** Groups that end with leaves to come. */
    void expect(List<LogGroup> coming) {
        ahead.addAll(coming);
    }

    /** Nodes that leaves to come complete. */
    void expect(Map<Long, byte[]> coming) {
        subtrees = coming;
    }

    /**
     * The leaf that is stored for an event, and the one that its content has.
     *
     * @param stored of any length
     * @param made null where it can't be told
     */
    void leaf(long position, byte[] stored, byte @Nullable [] made) {
        byte[] leaf = stored;
        if (made != null && !Arrays.equals(made, stored)) {
            findings.add(position, position, "what the event holds does not lead to its leaf");
            leaf = stored.length == Hashes.BYTES ? stored : made;
        }
        append(leaf.length == Hashes.BYTES ? leaf : NO_LEAF);
    }

    /** The time of the event whose leaf comes next. */
    void time(long position, long micros) {
        int last = times.size() - 1;
        if (last >= 0
                && times.get(last).micros() == micros
                && times.get(last).to() == position - 1) {
            times.set(last, new Span(times.get(last).from(), position, micros));
        } else {
            times.add(new Span(position, position, micros));
        }
    }

    /** Leaves of nothing for events that are missing; false when there are too many. */
    boolean fill(long until) {
        long missing = until - tree.size();
        if (missing <= 0) {
            return true;
        }
        findings.add(tree.size() + 1, until, missing == 1 ? "no event is here" : "no events here");
        if (missing > WIDEST_GAP) {
            return false;
        }
        for (long i = 0; i < missing; i++) {
            append(NO_LEAF);
        }
        return true;
    }

    private void append(byte[] leaf) {
        boolean ends = (tree.size() + 1) % (1 << TILE) == 0;
        MerkleTree before = ends ? tree.before(tree.size() + 1 - (1 << TILE)) : null;
        if (alternative != null) {
            alternative.append(leaf);
        }
        tree.append(0, leaf, (level, nth, root) -> subtree(level, nth, root, before));
        LogGroup group = ahead.peek();
        if (group != null && group.position() <= tree.size()) {
            close(ahead.remove());
        }
        groups.reached(tree);
    }

    private void subtree(int level, long nth, byte[] root, @Nullable MerkleTree before) {
        if (level % TILE != 0) {
            return;
        }
        byte[] stored = subtrees == null ? root : subtrees.get(LogPart.key(level, nth));
        if (stored != null && Arrays.equals(stored, root)) {
            return;
        }
        String what =
                stored == null
                        ? "the tree's node of level %d over them is gone"
                        : "they do not lead to the tree's node of level %d over them";
        findings.add((nth << level) + 1, nth + 1 << level, what.formatted(level));
        if (level == TILE && before != null && stored != null) {
            before.append(level, stored, (l, n, r) -> {});
            alternative = before;
        }
    }

    private void close(LogGroup group) {
        MerkleTree other = alternative;
        boolean leads = Arrays.equals(tree.root(), group.root());
        if (!leads && other != null && Arrays.equals(other.root(), group.root())) {
            tree = other;
            leads = true;
        }
        if (leads) {
            alternative = null;
        }
        List<Span> wrong = times.stream().filter(it -> it.micros() != group.micros()).toList();
        if (wrong.isEmpty()) {
            groups.onTime();
        } else {
            groups.late(wrong.get(0).from(), wrong.get(wrong.size() - 1).to());
        }
        times.clear();
        groups.close(group, leads);
    }

    /** Nothing comes after. */
    void end() {
        groups.end(tree.size());
    }
}
