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
import java.util.Locale;
import javax.sql.DataSource;
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

    /** The line of the figure. */
    String measure(Duel.Plan plan) throws Exception {
        imported();
        copied();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            boolean oursFirst = round % 2 == 0;
            double first = oursFirst ? imported() : copied();
            double second = oursFirst ? copied() : imported();
            ours.add(oursFirst ? first : second);
            theirs.add(oursFirst ? second : first);
            ratios.add(ours.get(round) / theirs.get(round));
        }
        return String.format(
                Locale.ROOT,
                "bench import %.0f events-per-s peer binary-copy %.0f ratio %.2f",
                Duel.median(ours),
                Duel.median(theirs),
                Duel.median(ratios));
    }

    private double imported() throws Exception {
        execute(
                """
                TRUNCATE event_log, event_stream, event_group, event_subtree, event_claim;
                UPDATE event_head
                SET position = 0, recorded_at = '1970-01-01Z', frontier = '{}', chain = sha256('')
                """);
        execute("CHECKPOINT");
        LogImport target = new LogImport(database, Stories.EVENTS, Stories.CLAIMS, keys, List.of());
        long began = System.nanoTime();
        try (InputStream in = Files.newInputStream(exported)) {
            target.read(in, List.of());
        }
        return events * 1e9 / (System.nanoTime() - began);
    }

    private double copied() throws SQLException, IOException {
        execute("TRUNCATE bench_log");
        execute("CHECKPOINT");
        long began = System.nanoTime();
        try (InputStream in = Files.newInputStream(rows);
                Connection connection = database.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY bench_log FROM STDIN (FORMAT binary)", in, BUFFER);
        }
        return events * 1e9 / (System.nanoTime() - began);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
