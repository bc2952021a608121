package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.banshi.app.demo.Api.Account;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;

/**
 * Many cases at once, each of its own citizen: 95 % approved, 4 % rejected, 1 % ended without a
 * decision, by withdrawal and by termination in turn. The clock is one for all, so the cases go on
 * in stretches: all up to their next waiting period, then the clock moves once.
 */
final class Crowd {

    private static final int AT_ONCE = 8;
    private static final int BATCH = 200;

    private final Api api;
    private final Cast cast;
    private final Clock clock;
    private final String service;
    private final Scenario approved;
    private final Scenario rejected;
    private final Scenario withdrawn;
    private final Scenario terminated;
    private int first;

    Crowd(
            Api api,
            Cast cast,
            Clock clock,
            String service,
            Scenario approved,
            Scenario rejected,
            Scenario withdrawn,
            Scenario terminated) {
        this.api = api;
        this.cast = cast;
        this.clock = clock;
        this.service = service;
        this.approved = approved;
        this.rejected = rejected;
        this.withdrawn = withdrawn;
        this.terminated = terminated;
    }

    private record Case(HttpPlayer player, Scenario scenario, List<List<Action>> stretches) {}

    /** Plays {@code count} cases and checks the end of each. */
    void play(int count, PrintStream out) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        long began = System.nanoTime();
        first = firstWithoutBenefit();
        try {
            for (int from = 0; from < count; from += BATCH) {
                playBatch(from, Math.min(count, from + BATCH), callers);
                out.printf("%d of %d cases%n", Math.min(count, from + BATCH), count);
            }
        } finally {
            callers.shutdownNow();
        }
        requireNoIncident();
        out.printf(
                "%d cases ended as they should, without an incident, in %d s%n",
                count, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    /** Nobody has the allowance twice: people of an earlier run are left in peace. */
    private int firstWithoutBenefit() throws SurpriseException {
        int index = 0;
        while (!api.as(citizen(index)).get("/api/v1/benefits").isEmpty()) {
            index += BATCH;
        }
        return index;
    }

    private static Account citizen(int index) {
        return new Account("citizen-%06d".formatted(index + 1), "banshi-demo");
    }

    private void playBatch(int from, int to, ExecutorService callers) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int index = from; index < to; index++) {
            Scenario scenario = scenario(index);
            Account citizen = citizen(first + index);
            Teller silent = new Teller(System.out, true);
            HttpPlayer player =
                    new HttpPlayer(api, cast, clock, silent, service, scenario, citizen);
            cases.add(new Case(player, scenario, stretches(scenario)));
        }
        each(cases, callers, c -> c.player().clearTheStage());
        int longest = cases.stream().mapToInt(c -> c.stretches().size()).max().orElse(0);
        for (int stretch = 0; stretch < longest; stretch++) {
            int now = stretch;
            each(
                    cases.stream().filter(c -> now < c.stretches().size()).toList(),
                    callers,
                    c -> c.player().play(c.scenario(), c.stretches().get(now)));
        }
        each(cases, callers, c -> c.player().ending());
    }

    /** The outcome mix, spread evenly. */
    private Scenario scenario(int index) {
        int share = index * 37 % 100;
        if (share < 95) {
            return approved;
        }
        if (share < 99) {
            return rejected;
        }
        return index / 100 % 2 == 0 ? terminated : withdrawn;
    }

    private static List<List<Action>> stretches(Scenario scenario) {
        List<List<Action>> stretches = new ArrayList<>();
        List<Action> current = new ArrayList<>();
        for (Action action : scenario.actions()) {
            if (action instanceof Action.AdvanceTo && !current.isEmpty()) {
                stretches.add(current);
                current = new ArrayList<>();
            }
            current.add(action);
        }
        stretches.add(current);
        return stretches;
    }

    private interface Part {
        void play(Case one) throws Exception;
    }

    private static void each(List<Case> cases, ExecutorService callers, Part part)
            throws Exception {
        List<Callable<Void>> parts = new ArrayList<>();
        for (Case one : cases) {
            parts.add(
                    () -> {
                        part.play(one);
                        return null;
                    });
        }
        for (Future<Void> done : callers.invokeAll(parts)) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof SurpriseException surprise) {
                    throw surprise;
                }
                throw failed;
            }
        }
    }

    private void requireNoIncident() throws SurpriseException {
        JsonNode incidents = api.as(cast.withRole("SUPERVISOR")).get("/api/v1/incidents");
        JsonNode rows = incidents.isArray() ? incidents : incidents.path("rows");
        if (!rows.isEmpty()) {
            throw new SurpriseException(rows.size() + " incidents wait for a supervisor");
        }
    }
}
