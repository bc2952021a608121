package org.banshi.app.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.banshi.eventstore.EventLog;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.progress.PastProgress;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A log of millions of real events: how long the state of a case as of an instant takes, and the
 * rebuild of the progress model. Give the program a small heap ({@code JAVA_TOOL_OPTIONS=-Xmx512m})
 * to see that it is enough.
 */
final class LargeFigures {

    private static final int CASES = 2_000;

    private final DataSource database;
    private final JdbcTemplate jdbc;

    LargeFigures(DataSource database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * Copies the log that is there, each copy with streams of its own, until it has as many events.
     * Read models and their tokens stay where they are told to be: at the end.
     */
    void multiply(long events) {
        long have = number("SELECT max(position) FROM event_log");
        long streams = number("SELECT max(id) FROM event_stream");
        for (long copy = 1; have * copy < events; copy++) {
            jdbc.update(
                    """
                    INSERT INTO event_stream (id, type, name)
                    SELECT id + ?, type, md5(? || name)::uuid::text
                    FROM event_stream WHERE id <= ?
                    """,
                    copy * streams,
                    copy + "/",
                    streams);
            jdbc.update(
                    """
                    INSERT INTO event_log (position, recorded_at, stream, sequence, type, revision, id,
                                           payload, metadata, leaf)
                    SELECT l.position + ?, l.recorded_at + make_interval(hours => ?), l.stream + ?,
                           l.sequence, l.type, l.revision, gen_random_uuid(),
                           replace(l.payload, s.name, md5(? || s.name)::uuid::text), l.metadata, l.leaf
                    FROM event_log l JOIN event_stream s ON s.id = l.stream
                    WHERE l.position <= ?
                    """,
                    copy * have,
                    (int) copy,
                    copy * streams,
                    copy + "/",
                    have);
        }
        jdbc.update(
                """
                INSERT INTO event_heads
                SELECT (SELECT max(position) FROM event_log), (SELECT max(recorded_at) FROM event_log),
                       frontier, chain
                FROM event_head
                """);
        jdbc.update("UPDATE subscription_token SET position = (SELECT position FROM event_head)");
        jdbc.execute("ANALYZE");
        jdbc.execute("CHECKPOINT");
    }

    /** The lines of the figures. */
    List<String> measure(OwnCommands own) {
        long events = number("SELECT position FROM event_head");
        long[] times = asOf(own.store().log(), own.models().pastProgress());
        long began = System.nanoTime();
        ProjectionRebuild.Outcome outcome =
                new ProjectionRebuild(
                                database,
                                new JdbcTransactionManager(database),
                                own.store().subscriptions(),
                                own.store().personalData())
                        // The live rows are of the first copy only.
                        .run(own.models().byName().get(Views.PROGRESS), true);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!outcome.swapped()) {
            throw new IllegalStateException("not swapped: " + outcome.comparison());
        }
        return List.of(
                asOf(events, times, 0.5),
                asOf(events, times, 0.99),
                String.format(
                        Locale.ROOT,
                        "bench large-rebuild %.0f events-per-s over %d events in %.0f s, in a heap of %d MB",
                        events / seconds,
                        events,
                        seconds,
                        Runtime.getRuntime().maxMemory() >> 20));
    }

    private static String asOf(long events, long[] times, double share) {
        return String.format(
                Locale.ROOT,
                "bench case-as-of-p%.0f %s ms with %d events",
                share * 100,
                OpenLoop.Times.percentile(times, share),
                events);
    }

    private long[] asOf(EventLog log, PastProgress progress) {
        List<String> names =
                jdbc.queryForList(
                        "SELECT name FROM event_stream TABLESAMPLE SYSTEM (1) LIMIT " + 2 * CASES,
                        String.class);
        Instant first = instant("min");
        long span = instant("max").toEpochMilli() - first.toEpochMilli();
        long[] times = new long[names.size()];
        long found = 0;
        for (int i = 0; i < times.length; i++) {
            Instant moment = first.plusMillis(ThreadLocalRandom.current().nextLong(span));
            long began = System.nanoTime();
            long position = log.lastPositionAt(moment);
            found += progress.of(log.readStreamUntil(names.get(i), position)).isPresent() ? 1 : 0;
            times[i] = System.nanoTime() - began;
        }
        if (found == 0) {
            throw new IllegalStateException("no case was there at any instant");
        }
        // The first half warms up.
        long[] counted = Arrays.copyOfRange(times, times.length / 2, times.length);
        Arrays.sort(counted);
        return counted;
    }

    private Instant instant(String which) {
        return jdbc.queryForObject(
                "SELECT " + which + "(recorded_at) FROM event_log",
                (row, number) -> row.getTimestamp(1).toInstant());
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        if (number == null) {
            throw new IllegalStateException("the log is empty");
        }
        return number;
    }
}
