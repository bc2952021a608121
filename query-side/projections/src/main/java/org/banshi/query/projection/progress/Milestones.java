package org.banshi.query.projection.progress;

import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress.Milestone;

/**
 * The milestones of a case, newest last. Of a long story the beginning and the newest are kept, and
 * the rest is counted.
 *
 * @param hidden how many came after {@code first} and are not kept
 */
record Milestones(List<Milestone> first, int hidden, List<Milestone> newest) {

    static final Milestones NONE = new Milestones(List.of(), 0, List.of());

    /** Most lines shown. */
    static final int MOST = 100;

    /** {@link Milestone#event()} of the line that counts what is not shown. */
    static final String COLLAPSED = "collapsed";

    private static final int FIRST = 10;

    Milestones with(Milestone milestone) {
        if (first.size() < FIRST) {
            return new Milestones(add(first, milestone), hidden, newest);
        }
        List<Milestone> all = add(newest, milestone);
        if (first.size() + (hidden > 0 ? 1 : 0) + all.size() <= MOST) {
            return new Milestones(first, hidden, all);
        }
        int excess = first.size() + 1 + all.size() - MOST;
        return new Milestones(first, hidden + excess, all.subList(excess, all.size()));
    }

    /** Whether the newest line tells of such an event. */
    boolean endWith(String event) {
        List<Milestone> last = newest.isEmpty() ? first : newest;
        return !last.isEmpty() && last.get(last.size() - 1).event().equals(event);
    }

    /** What {@link #shown} gave, with the count that went into its collapsed line. */
    static Milestones of(List<Milestone> shown, int hidden) {
        int first = Math.min(FIRST, shown.size());
        int newest = hidden > 0 ? first + 1 : first;
        return new Milestones(shown.subList(0, first), hidden, shown.subList(newest, shown.size()));
    }

    List<Milestone> shown() {
        List<Milestone> all = new ArrayList<>(first);
        if (hidden > 0) {
            Text title = Text.of("其间还有 " + hidden + " 项", hidden + " more in between");
            all.add(new Milestone(COLLAPSED, title, newest.get(0).at(), null));
        }
        all.addAll(newest);
        return List.copyOf(all);
    }

    private static List<Milestone> add(List<Milestone> list, Milestone milestone) {
        List<Milestone> longer = new ArrayList<>(list);
        longer.add(milestone);
        return longer;
    }
}
