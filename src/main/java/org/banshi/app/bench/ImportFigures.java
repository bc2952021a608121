package org.banshi.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.banshi.app.config.OldRevisions;
import org.banshi.app.config.Stories;
import org.banshi.eventstore.LogExport;
import org.banshi.eventstore.LogImport;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.postgresql.PGConnection;

/**
 * The import of an exported log: read, hashed, compared, claims and streams and tree and all. Its
 * peer, in turns with it in one run: a binary COPY of the same rows of the log from a file, into a
 * table with the same indexes, and nothing else.
 */
final class ImportFigures {

    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final Path exported;
    private final Path rows;
    private final FileKeyVault keys;
    private final long events;

    /** Takes the log that is there for both, and empties it. */
    ImportFigures(DataSource database, Path folder, FileKeyVault keys)
            throws IOException, SQLException {
        this.database = database;
        this.keys = keys;
        this.exported = folder.resolve("log.ndjson");
        this.rows = folder.resolve("log.rows");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(exported), BUFFER)) {
            events = new LogExport(database).write(1, Long.MAX_VALUE, out);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows), BUFFER);
                Connection connection = database.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY event_log TO STDOUT (FORMAT binary)", out);
        }
        execute("CREATE TABLE bench_log (LIKE event_log INCLUDING ALL)");
    }

    /** The lines of the figure: how many, and at what cost of processor time. */
    List<String> measure(Duel.Plan plan) throws Exception {
        long warm = System.nanoTime() + plan.warmUp().toNanos();
        do {
            imported();
            copied();
        } while (System.nanoTime() < warm);
        List<ClosedLoop.Pace> ours = new ArrayList<>();
        List<ClosedLoop.Pace> theirs = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            boolean oursFirst = round % 2 == 0;
            ClosedLoop.Pace first = oursFirst ? imported() : copied();
            ClosedLoop.Pace second = oursFirst ? copied() : imported();
            ours.add(oursFirst ? first : second);
            theirs.add(oursFirst ? second : first);
        }
        Duel.Rounds rounds = new Duel.Rounds(ours, theirs);
        return List.of(
                Duel.line(
                        "import",
                        "events-per-s",
                        "binary-copy",
                        rounds,
                        ClosedLoop.Pace::perSecond),
                Duel.line(
                        "import-cpu",
                        "us-each",
                        "binary-copy",
                        rounds,
                        ClosedLoop.Pace::cpuMicros));
    }

    private interface Work {
        void run() throws Exception;
    }

    private ClosedLoop.Pace timed(Work work) throws Exception {
        double cpu = CpuTime.nanos();
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new ClosedLoop.Pace(events / seconds, (CpuTime.nanos() - cpu) / 1e3 / events);
    }

    private ClosedLoop.Pace imported() throws Exception {
        execute(
                """
                TRUNCATE event_log, event_stream, event_group, event_subtree, event_claim;
                TRUNCATE event_heads;
                INSERT INTO event_heads VALUES (0, '1970-01-01Z', '{}', sha256(''))
                """);
        execute("CHECKPOINT");
        LogImport target =
                new LogImport(
                        database, Stories.EVENTS, Stories.CLAIMS, keys, OldRevisions.UPCASTERS);
        return timed(
                () -> {
                    try (InputStream in = Files.newInputStream(exported)) {
                        target.read(in, List.of());
                    }
                });
    }

    private ClosedLoop.Pace copied() throws Exception {
        execute("TRUNCATE bench_log");
        execute("CHECKPOINT");
        return timed(
                () -> {
                    try (InputStream in = Files.newInputStream(rows);
                            Connection connection = database.getConnection()) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("COPY bench_log FROM STDIN (FORMAT binary)", in, BUFFER);
                    }
                });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
