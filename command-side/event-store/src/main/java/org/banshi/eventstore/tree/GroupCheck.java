package org.banshi.eventstore.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the groups' roots and links, and the checkpoints, to the tree that grows beside. */
final class GroupCheck {

    /** Neighbouring groups with the same fault: the first is where it came from. */
    private final class Fault {
        private final String what;
        private long from;
        private long to;
        private long groups;

        Fault(String what) {
            this.what = what;
        }

        void at(long first, long last, boolean wrong) {
            if (!wrong) {
                tell();
            } else if (groups++ == 0) {
                from = first;
                to = last;
            }
        }

        void tell() {
            if (groups > 0) {
                String others =
                        groups == 1 ? "" : ", and so in the next %d groups".formatted(groups - 1);
                findings.add(from, to, what + others);
            }
            groups = 0;
        }
    }

    private final Hashes hashes = new Hashes();
    private final Findings findings;
    private final ArrayDeque<Checkpoint> checkpoints;
    private final Fault roots = new Fault("the events do not lead to their group's root");
    private final Fault links = new Fault("the group's link does not follow from what is before");
    private final Fault times = new Fault("recorded at another time than the group");
    private byte[] chain;
    private long closed;
    private long sound;
    private @Nullable LogGroup last;

    GroupCheck(long after, byte[] chain, List<Checkpoint> checkpoints, Findings findings) {
        this.closed = after;
        this.sound = after;
        this.chain = chain;
        this.findings = findings;
        this.checkpoints =
                new ArrayDeque<>(
                        checkpoints.stream()
                                .filter(it -> it.size() > after)
                                .sorted(Comparator.comparingLong(Checkpoint::size))
                                .toList());
    }

    byte[] chain() {
        return chain;
    }

    /**
     * @param leads whether the tree has the group's root
     */
    void close(LogGroup group, boolean leads) {
        byte[] link = hashes.link(chain, group.position(), group.micros(), group.root());
        roots.at(closed + 1, group.position(), !leads);
        links.at(closed + 1, group.position(), !Arrays.equals(link, group.chain()));
        chain = group.chain();
        closed = group.position();
        last = group;
    }

    /** Events of the group that is closed next have another time than it. */
    void late(long first, long last) {
        times.at(first, last, true);
    }

    /** Those of the group that is closed next have its time. */
    void onTime() {
        times.tell();
    }

    /** The tree grew by one, and the group that ends there, if any, is closed. */
    void reached(MerkleTree tree) {
        while (!checkpoints.isEmpty() && checkpoints.peek().size() == tree.size()) {
            Checkpoint checkpoint = checkpoints.remove();
            boolean same =
                    last != null
                            && last.position() == tree.size()
                            && Arrays.equals(checkpoint.rootHash(), tree.root())
                            && Arrays.equals(checkpoint.chainHash(), last.chain());
            if (same) {
                sound = tree.size();
            } else {
                findings.addFirst(
                        sound + 1,
                        tree.size(),
                        "not what the checkpoint of %s says".formatted(checkpoint.time()));
            }
        }
    }

    /** Nothing comes after. */
    void end(long size) {
        roots.tell();
        links.tell();
        times.tell();
        if (closed < size) {
            findings.add(closed + 1, size, "no group holds them");
        }
        for (Checkpoint checkpoint : checkpoints) {
            findings.addFirst(
                    size + 1,
                    checkpoint.size(),
                    "gone, as the checkpoint of %s says".formatted(checkpoint.time()));
        }
    }
}
