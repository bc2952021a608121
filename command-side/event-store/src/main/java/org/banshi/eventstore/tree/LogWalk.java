package org.banshi.eventstore.tree;

import java.util.List;
import java.util.Map;

/** Goes along the log as the database has it, and holds all that is stored to what events hold. */
final class LogWalk {

    static final String NULL_COLUMN = "a column of the event is empty";

    private final Map<Short, byte[]> types;
    private final Findings findings;
    private final TreeWalk walk;
    private final LeafContent content = new LeafContent();
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
        this.findings = findings;
        this.walk = new TreeWalk(tree, chain, checkpoints, findings);
    }

    long events() {
        return events;
    }

    /** The chain's last link. */
    byte[] chain() {
        return walk.chain();
    }

    /** Goes to the end of a part. */
    void take(LogPart part) {
        walk.expect(part.groups());
        walk.expect(part.subtrees());
        for (LogPart.Row row : part.rows()) {
            events++;
            if (!walk.fill(row.copied().position() - 1)) {
                return;
            }
            check(row);
        }
        walk.fill(part.until());
    }

    /** Nothing comes after. */
    void end() {
        walk.end();
    }

    private void check(LogPart.Row row) {
        CopiedRow copied = row.copied();
        long position = copied.position();
        if (!copied.whole()) {
            findings.add(position, position, NULL_COLUMN);
            walk.leaf(position, copied.storedLeaf(), null);
            return;
        }
        walk.time(position, copied.micros());
        byte[] name = types.get(copied.type());
        byte[] made = null;
        if (row.stream() == null) {
            findings.add(position, position, "its stream " + copied.stream() + " is gone");
        } else if (name == null) {
            findings.add(position, position, "the name of its type " + copied.type() + " is gone");
        } else {
            made = copied.leaf(content, row.stream(), name);
        }
        walk.leaf(position, copied.storedLeaf(), made);
    }
}
