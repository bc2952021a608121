package org.banshi.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A workload and its peer, measured in turns in one run, so that a noisy machine disturbs both
 * alike. The figure is the median of the rounds, the ratio the median of the rounds' ratios.
 */
record Duel(String name, String unit, int callers, Workload ours, String peerName, Workload peer) {

    /** How long and how often to measure. */
    record Plan(Duration warmUp, Duration round, int rounds) {

        static final Plan FULL = new Plan(Duration.ofSeconds(30), Duration.ofSeconds(10), 5);
        static final Plan QUICK = new Plan(Duration.ofSeconds(5), Duration.ofSeconds(3), 3);
    }

    /**
     * The line of the figure, {@code bench <name> <value> <unit> peer <peer> <value> ratio <r>}.
     */
    String measure(Plan plan) throws Exception {
        ClosedLoop.perSecond(ours, callers, plan.warmUp());
        ClosedLoop.perSecond(peer, callers, plan.warmUp());
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            boolean oursFirst = round % 2 == 0;
            double first = ClosedLoop.perSecond(oursFirst ? ours : peer, callers, plan.round());
            double second = ClosedLoop.perSecond(oursFirst ? peer : ours, callers, plan.round());
            mine.add(oursFirst ? first : second);
            theirs.add(oursFirst ? second : first);
            ratios.add(mine.get(round) / theirs.get(round));
        }
        return String.format(
                Locale.ROOT,
                "bench %s %.0f %s peer %s %.0f ratio %.2f",
                name,
                median(mine),
                unit,
                peerName,
                median(theirs),
                median(ratios));
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values: " + Arrays.toString(sorted));
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
