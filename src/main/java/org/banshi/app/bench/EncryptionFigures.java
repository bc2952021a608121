package org.banshi.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * What encryption per person costs: whole commands with their read models, beside the same ones
 * that leave personal values as they are, in turns. Every person has a key already.
 */
final class EncryptionFigures {

    private static final int PAIRS = 15;
    private static final Duration LONGEST_BEHIND = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    private EncryptionFigures() {}

    /** The lines of the figures. */
    static String measure(int callers, OwnCommands with, OwnCommands without, Duel.Plan plan)
            throws Exception {
        Duel.Plan pairs =
                new Duel.Plan(plan.warmUp(), plan.round(), Math.max(PAIRS, plan.rounds()));
        Duel duel =
                new Duel(
                        "encryption-" + callers,
                        "per-s",
                        callers,
                        with,
                        "without-encryption",
                        without);
        Duel.Rounds rounds = rounds(callers, with, without, pairs);
        return duel.lines(rounds)
                + System.lineSeparator()
                + String.format(
                        Locale.ROOT,
                        "bench encryption-share %.1f percent of commands-per-s",
                        share(rounds.ratio(ClosedLoop.Pace::perSecond)));
    }

    /** In turns; what one's read models still had to read is no load for the other. */
    private static Duel.Rounds rounds(
            int callers, OwnCommands with, OwnCommands without, Duel.Plan plan) throws Exception {
        for (OwnCommands one : List.of(with, without)) {
            pace(one, callers, plan.warmUp());
        }
        List<ClosedLoop.Pace> mine = new ArrayList<>();
        List<ClosedLoop.Pace> theirs = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            if (round % 2 == 0) {
                mine.add(pace(with, callers, plan.round()));
                theirs.add(pace(without, callers, plan.round()));
            } else {
                theirs.add(pace(without, callers, plan.round()));
                mine.add(pace(with, callers, plan.round()));
            }
        }
        return new Duel.Rounds(mine, theirs);
    }

    private static ClosedLoop.Pace pace(OwnCommands commands, int callers, Duration time)
            throws Exception {
        ClosedLoop.Pace pace = ClosedLoop.measure(commands, callers, time);
        long until = System.nanoTime() + LONGEST_BEHIND.toNanos();
        while (commands.behind() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the read models do not catch up");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return pace;
    }

    /** Percent of the commands that are lost; nothing where noise hides the cost. */
    static double share(double ratio) {
        return Math.max(0, 100 * (1 - ratio));
    }
}
