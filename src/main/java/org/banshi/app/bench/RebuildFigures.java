package org.banshi.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The rebuild of the progress model, from the first event to the swap with indexes and comparison,
 * of the events that {@link OwnCommands} appended. Its peers, in turns with it in one run: one
 * thread that selects, decodes and decrypts the same events and does nothing with them, and stock
 * Axon's replay of 50,000 events.
 */
final class RebuildFigures {

    private static final int PAGE = 1_000;

    private final DataSource database;
    private final OwnCommands own;

    RebuildFigures(DataSource database, OwnCommands own) {
        this.database = database;
        this.own = own;
    }

    /** The lines of the figures. */
    List<String> measure(Duel.Plan plan) throws Exception {
        while (own.behind() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Projection progress = own.models().byName().get(Views.PROGRESS);
        ProjectionRebuild rebuild =
                new ProjectionRebuild(
                        database,
                        new JdbcTransactionManager(database),
                        own.store().subscriptions(),
                        own.store().personalData());
        List<Double> rebuilt = new ArrayList<>();
        List<Double> decoded = new ArrayList<>();
        List<Double> replayed = new ArrayList<>();
        List<Double> toDecoded = new ArrayList<>();
        List<Double> toReplayed = new ArrayList<>();
        try (StockReplay stock = new StockReplay(database)) {
            long warm = System.nanoTime() + plan.warmUp().toNanos();
            do {
                decode();
                rebuild(rebuild, progress);
                stock.perSecond(Duration.ofSeconds(1));
            } while (System.nanoTime() < warm);
            for (int round = 0; round < plan.rounds(); round++) {
                decoded.add(decode());
                rebuilt.add(rebuild(rebuild, progress));
                replayed.add(stock.perSecond(plan.round()));
                toDecoded.add(rebuilt.get(round) / decoded.get(round));
                toReplayed.add(rebuilt.get(round) / replayed.get(round));
            }
        }
        return List.of(
                line(rebuilt, "select-decode", decoded, toDecoded),
                line(rebuilt, "stock-axon-replay", replayed, toReplayed));
    }

    private static String line(
            List<Double> ours, String peer, List<Double> theirs, List<Double> ratios) {
        return String.format(
                Locale.ROOT,
                "bench rebuild-progress %.0f events-per-s peer %s %.0f ratio %.2f",
                Duel.median(ours),
                peer,
                Duel.median(theirs),
                Duel.median(ratios));
    }

    private double rebuild(ProjectionRebuild rebuild, Projection progress) {
        long began = System.nanoTime();
        ProjectionRebuild.Outcome outcome = rebuild.run(progress, false);
        long nanos = System.nanoTime() - began;
        if (!outcome.swapped()) {
            throw new IllegalStateException("the rebuilt rows differ: " + outcome.comparison());
        }
        return outcome.comparison().position() * 1e9 / nanos;
    }

    private double decode() {
        EventLog log = own.store().log();
        long began = System.nanoTime();
        long position = 0;
        List<Recorded> page = log.read(position, PAGE);
        while (!page.isEmpty()) {
            position = page.get(page.size() - 1).position();
            page = log.read(position, PAGE);
        }
        return position * 1e9 / (System.nanoTime() - began);
    }
}
