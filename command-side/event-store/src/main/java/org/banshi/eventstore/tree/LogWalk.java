package org.banshi.eventstore.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the log, makes the tree anew from what the events hold, and holds all that is stored
 * beside them to it. After something wrong it finds its feet again, so that one change is one
 * finding and a second one is found too.
 */
final class LogWalk {

    /** What is followed at most where events are missing. */
    private static final int WIDEST_GAP = 1_000_000;

    private static final int TILE = 8;
    private static final byte[] NO_LEAF = new byte[Hashes.BYTES];

    /** Neighbours with the same time. */
    private record Span(long from, long to, long micros) {}

    private final Map<Short, byte[]> types;
    private final Findings findings;
    private final GroupCheck groups;
    private final LeafContent content = new LeafContent();
    private final ArrayDeque<LogGroup> ahead = new ArrayDeque<>();
    private final List<Span> times = new ArrayList<>();
    private MerkleTree tree;

    /** The tree with the stored root of the last tile that did not come out. */
    private @Nullable MerkleTree alternative;

    private Map<Long, byte[]> subtrees = Map.of();
    private long events;

    /**
     * @param types stored names by their numbers
     * @param tree of what comes before
     * @param chain the link of the last group before
     */
    LogWalk(
            Map<Short, byte[]> types,
            MerkleTree tree,
            byte[] chain,
            List<Checkpoint> checkpoints,
            Findings findings) {
        this.types = types;
        this.tree = tree;
        this.findings = findings;
        this.groups = new GroupCheck(tree.size(), chain, checkpoints, findings);
    }

    long events() {
        return events;
    }

    /** The chain's last link. */
    byte[] chain() {
        return groups.chain();
    }

    /** Goes to the end of a part. */
    void take(LogPart part) {
        ahead.addAll(part.groups());
        subtrees = part.subtrees();
        for (LogPart.Row row : part.rows()) {
            long position = row.copied().position();
            events++;
            if (!fill(position - 1)) {
                return;
            }
            check(row);
        }
        fill(part.until());
    }

    /** Nothing comes after. */
    void end() {
        groups.end(tree.size());
    }

    private void check(LogPart.Row row) {
        CopiedRow copied = row.copied();
        long position = copied.position();
        byte[] name = types.get(copied.type());
        byte[] stored = copied.storedLeaf();
        if (row.stream() == null) {
            findings.add(position, position, "its stream " + copied.stream() + " is gone");
        } else if (name == null) {
            findings.add(position, position, "the name of its type " + copied.type() + " is gone");
        } else {
            byte[] leaf = copied.leaf(content, row.stream(), name);
            if (!Arrays.equals(leaf, stored)) {
                findings.add(position, position, "what the event holds does not lead to its leaf");
                stored = stored.length == Hashes.BYTES ? stored : leaf;
            }
        }
        note(position, copied.micros());
        append(stored.length == Hashes.BYTES ? stored : NO_LEAF);
    }

    private void note(long position, long micros) {
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
    private boolean fill(long until) {
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
        byte[] stored = subtrees.get(LogPart.key(level, nth));
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
}
