package org.banshi.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A workload and its peer, measured in turns in one run, so that a noisy machine disturbs both
 * alike. The figure is the median of the rounds, the ratio the median of the rounds' ratios.
 */
record Duel(String name, String unit, int callers, Workload ours, String peerName, Workload peer) {

    /** How long and how often to measure. */
    record Plan(Duration warmUp, Duration round, int rounds) {

        static final Plan FULL = new Plan(Duration.ofSeconds(30), Duration.ofSeconds(10), 5);
        static final Plan QUICK = new Plan(Duration.ofSeconds(2), Duration.ofSeconds(1), 3);
    }

    /** The pace of both in each round. */
    record Rounds(List<ClosedLoop.Pace> mine, List<ClosedLoop.Pace> theirs) {

        /** The median of the rounds' ratios. */
        double ratio(ToDoubleFunction<ClosedLoop.Pace> value) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < mine.size(); round++) {
                ratios.add(
                        value.applyAsDouble(mine.get(round))
                                / value.applyAsDouble(theirs.get(round)));
            }
            return median(ratios);
        }
    }

    /**
     * The lines of the figure, {@code bench <name> <value> <unit> peer <peer> <value> ratio <r>}:
     * how many, and at what cost of processor time.
     */
    String measure(Plan plan) throws Exception {
        return lines(rounds(plan));
    }

    /** Both in turns. */
    Rounds rounds(Plan plan) throws Exception {
        ClosedLoop.measure(ours, callers, plan.warmUp());
        ClosedLoop.measure(peer, callers, plan.warmUp());
        List<ClosedLoop.Pace> mine = new ArrayList<>();
        List<ClosedLoop.Pace> theirs = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            boolean oursFirst = round % 2 == 0;
            ClosedLoop.Pace first =
                    ClosedLoop.measure(oursFirst ? ours : peer, callers, plan.round());
            ClosedLoop.Pace second =
                    ClosedLoop.measure(oursFirst ? peer : ours, callers, plan.round());
            mine.add(oursFirst ? first : second);
            theirs.add(oursFirst ? second : first);
        }
        return new Rounds(mine, theirs);
    }

    /** What {@link #measure} tells, of rounds that are done. */
    String lines(Rounds rounds) {
        return line(name, unit, peerName, rounds, ClosedLoop.Pace::perSecond)
                + System.lineSeparator()
                + line(name + "-cpu", "us-each", peerName, rounds, ClosedLoop.Pace::cpuMicros);
    }

    static String line(
            String figure,
            String in,
            String peerName,
            Rounds rounds,
            ToDoubleFunction<ClosedLoop.Pace> value) {
        return String.format(
                Locale.ROOT,
                "bench %s %.0f %s peer %s %.0f ratio %.2f",
                figure,
                median(rounds.mine().stream().map(value::applyAsDouble).toList()),
                in,
                peerName,
                median(rounds.theirs().stream().map(value::applyAsDouble).toList()),
                rounds.ratio(value));
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
