package org.banshi.app.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.eventstore.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A settlement round: from the order to rank until the whole list is in the log, and until all who
 * have a place were told. Its peer, in the same run: the database ranks the same rows with a window
 * function and hands the list out, and nothing is kept. The heap is the most that was in use above
 * what was in use before, garbage included.
 */
final class SettlementFigures {

    private static final long MEGA = 1 << 20;

    private final DataSource database;
    private final OwnRound own;
    private final int people;
    private final int quota;

    SettlementFigures(DataSource database, Path bpmn, Path keys, int people, int quota) {
        this.database = database;
        this.own = new OwnRound(database, bpmn, keys);
        this.people = people;
        this.quota = quota;
    }

    /** The lines of the figures. */
    List<String> measure(Duel.Plan plan) throws Exception {
        List<Double> listed = new ArrayList<>();
        List<Double> placed = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        try (own) {
            for (int round = 0; round < plan.rounds(); round++) {
                int year = 2026 + round;
                own.open(year, quota);
                own.enter(year, people, year);
                own.settle();
                Peak peak = new Peak();
                long began = System.nanoTime();
                own.rank(year);
                awaitList(year);
                listed.add(secondsSince(began));
                own.settle();
                placed.add(secondsSince(began));
                heaps.add(peak.megabytes());
                peers.add(sorted(year));
                ratios.add(listed.get(round) / peers.get(round));
            }
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "bench settlement-%d %.2f s peer sql-rank %.2f ratio %.1f",
                        people,
                        Duel.median(listed),
                        Duel.median(peers),
                        Duel.median(ratios)),
                String.format(
                        Locale.ROOT,
                        "bench settlement-%d-all-told %.2f s",
                        people,
                        Duel.median(placed)),
                String.format(
                        Locale.ROOT,
                        "bench settlement-%d-heap %.0f MB",
                        people,
                        Duel.median(heaps)));
    }

    private void awaitList(int year) throws InterruptedException {
        String stream = OwnRound.round(year).value();
        boolean complete = false;
        while (!complete) {
            TimeUnit.MILLISECONDS.sleep(2);
            long last = own.store().log().lastSequence(stream).orElse(0L);
            List<Recorded> newest = own.store().log().readStream(stream, last, 1);
            complete =
                    newest.stream()
                            .anyMatch(it -> it.event() instanceof RoundEvent.RankingCompleted);
        }
    }

    private double sorted(int year) {
        long began = System.nanoTime();
        int[] lines = {0};
        new JdbcTemplate(database)
                .query(
                        """
                        SELECT candidacy, base, medical, permit,
                            rank() OVER (ORDER BY base DESC, medical DESC, permit DESC)
                        FROM settlement_candidate WHERE round = ? ORDER BY 5, 1
                        """,
                        row -> {
                            row.getString(1);
                            row.getBigDecimal(2);
                            lines[0]++;
                        },
                        OwnRound.round(year).value());
        if (lines[0] != people) {
            throw new IllegalStateException(lines[0] + " candidates instead of " + people);
        }
        return secondsSince(began);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Watches the heap while a round is ranked. */
    private static final class Peak {

        private final long before;
        private final AtomicLong most = new AtomicLong();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread watch = new Thread(this::watch, "bench-heap");

        Peak() {
            System.gc();
            before = used();
            watch.setDaemon(true);
            watch.start();
        }

        private void watch() {
            while (!over.get()) {
                most.accumulateAndGet(used(), Math::max);
                try {
                    TimeUnit.MILLISECONDS.sleep(5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        double megabytes() throws InterruptedException {
            over.set(true);
            watch.join();
            return (double) Math.max(0, most.get() - before) / MEGA;
        }

        private static long used() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
