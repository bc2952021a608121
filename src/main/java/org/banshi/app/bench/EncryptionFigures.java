package org.banshi.app.bench;

import java.util.Locale;

/**
 * What encryption per person costs: whole commands with their read models, beside the same ones
 * that leave personal values as they are, in turns. Every person has a key already.
 */
final class EncryptionFigures {

    private static final int PAIRS = 15;

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
        Duel.Rounds rounds = duel.rounds(pairs);
        return duel.lines(rounds)
                + System.lineSeparator()
                + String.format(
                        Locale.ROOT,
                        "bench encryption-share %.1f percent of commands-per-s",
                        share(rounds.ratio(ClosedLoop.Pace::perSecond)));
    }

    /** Percent of the commands that are lost; nothing where noise hides the cost. */
    static double share(double ratio) {
        return Math.max(0, 100 * (1 - ratio));
    }
}
