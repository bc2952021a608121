package org.banshi.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of appending at a steady pace to a long log, beside a short one, in turns. */
final class GrowthFigures {

    private static final int PACE = 1_000;

    private final StoreCommands few;
    private final StoreCommands many;

    GrowthFigures(StoreCommands few, StoreCommands many) {
        this.few = few;
        this.many = many;
    }

    /** The lines of the figures. */
    String measure(Duel.Plan plan) throws Exception {
        OpenLoop.measure(few, PACE, plan.warmUp());
        OpenLoop.measure(many, PACE, plan.warmUp());
        List<OpenLoop.Times> onFew = new ArrayList<>();
        List<OpenLoop.Times> onMany = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            onFew.add(OpenLoop.measure(few, PACE, plan.round()));
            onMany.add(OpenLoop.measure(many, PACE, plan.round()));
        }
        return line(0.5, onMany, onFew) + System.lineSeparator() + line(0.99, onMany, onFew);
    }

    private static String line(double share, List<OpenLoop.Times> many, List<OpenLoop.Times> few) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < many.size(); round++) {
            ratios.add(at(many.get(round), share) / at(few.get(round), share));
        }
        return String.format(
                Locale.ROOT,
                "bench append-p%.0f-5m %.2f ms peer append-p%.0f-100k %.2f ratio %.2f",
                share * 100,
                Duel.median(many.stream().map(it -> at(it, share)).toList()),
                share * 100,
                Duel.median(few.stream().map(it -> at(it, share)).toList()),
                Duel.median(ratios));
    }

    private static double at(OpenLoop.Times times, double share) {
        long[] append = times.append();
        return append[(int) (append.length * share)] / 1e6;
    }
}
