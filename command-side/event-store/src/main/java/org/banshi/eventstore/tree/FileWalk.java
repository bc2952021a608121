package org.banshi.eventstore.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes along an exported log from its beginning, line by line, and holds leaves, roots, links and
 * checkpoints to what the events hold. No node of the tree is in an export: a leaf that was made to
 * fit shows in its group's root and all later ones, and what else was made to fit behind it shows
 * in leaves and links alone.
 */
public final class FileWalk {

    private final Findings findings = new Findings();
    private final TreeWalk walk;
    private long events;

    /**
     * @param checkpoints signatures checked
     */
    public FileWalk(List<Checkpoint> checkpoints) {
        walk = new TreeWalk(new MerkleTree(), new Hashes().ofNothing(), checkpoints, findings);
    }

    /** The position that comes next. */
    public long next() {
        return walk.size() + 1;
    }

    /** Something that can't be read stands where the next event should. */
    public void unreadable(String what) {
        findings.add(next(), next(), what);
    }

    /**
     * An event.
     *
     * @param stored its leaf as the line has it
     * @param made its leaf as its content has it
     * @param root of the group that ends with it; null where none does
     * @param chain link of that group
     * @return false when so many are missing before it that there is no going on
     */
    public boolean event(
            long position,
            long micros,
            byte[] stored,
            byte[] made,
            byte @Nullable [] root,
            byte @Nullable [] chain) {
        events++;
        if (position < next()) {
            findings.add(position, position, "comes after position " + walk.size());
            return true;
        }
        if (!walk.fill(position - 1)) {
            return false;
        }
        if (root != null && chain != null) {
            walk.expect(List.of(new LogGroup(position, micros, root, chain)));
        }
        walk.time(position, micros);
        walk.leaf(position, stored, made);
        return true;
    }

    /** Nothing comes after. */
    public Verification end() {
        walk.end();
        return findings.over(1, walk.size(), events, walk.root());
    }
}
