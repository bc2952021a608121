package org.banshi.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;

/**
 * Backs up the database and the papers of a data folder, while an instance may serve from it.
 *
 * <p>Papers are immutable files, on the disk before their row. They are copied before the database,
 * so that none is missed that is deleted meanwhile, and those that came since after it: whatever
 * row the copied database has, its file is there.
 */
final class Backup {

    static final String DATABASE = "postgres/";
    static final String PASSWORD = "postgres.password";
    static final String PAPERS = "materials/";

    /** Beside them those that no row named, which are kept for a while. */
    private static final String ASIDE = "materials-set-aside";

    private final DatabaseHost host;

    Backup(DatabaseHost host) {
        this.host = host;
    }

    /**
     * Makes it.
     *
     * @param target a new or empty folder, which appears when the backup is whole
     * @throws StartUpException when it is not empty
     */
    Manifest into(Path target) {
        try (Connection connection = host.database().connect()) {
            BackupFolder to = BackupFolder.begin(target);
            try {
                return copy(connection, to);
            } catch (IOException | SQLException | RuntimeException e) {
                to.abandon();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new StartUpException("cannot make the backup: " + e.getMessage(), e);
        }
    }

    private Manifest copy(Connection connection, BackupFolder to) throws IOException, SQLException {
        LogMark mark;
        if (host.embedded()) {
            copyPapers(to, connection);
            mark = new ClusterCopy(host.data().resolve("postgres"), to, DATABASE).run(connection);
            to.copy(host.data().resolve(PASSWORD), PASSWORD);
        } else {
            mark = LogMark.head(connection);
        }
        copyPapers(to, connection);
        return to.finish(
                host.embedded() ? Manifest.Kind.WHOLE : Manifest.Kind.PAPERS,
                Instant.now(),
                connection.getMetaData().getDatabaseProductVersion(),
                mark);
    }

    private void copyPapers(BackupFolder to, Connection connection)
            throws IOException, SQLException {
        copyPapers(to, host.data().resolve(PAPERS), paper -> true);
        // One that a row names again, of a database that was taken back for a while, is wanted.
        try (PreparedStatement named =
                connection.prepareStatement(
                        "select exists (select from material where id::text = ?)")) {
            copyPapers(to, host.data().resolve(ASIDE), paper -> isNamed(named, paper));
        }
    }

    private static boolean isNamed(PreparedStatement named, Path paper) throws SQLException {
        named.setString(1, String.valueOf(paper.getFileName()));
        try (ResultSet row = named.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private interface Wanted {
        boolean is(Path paper) throws SQLException;
    }

    private static void copyPapers(BackupFolder to, Path folder, Wanted wanted)
            throws IOException, SQLException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> buckets;
        try (Stream<Path> children = Files.list(folder)) {
            buckets = children.filter(Files::isDirectory).toList();
        }
        for (Path bucket : buckets) {
            List<Path> papers;
            try (Stream<Path> children = Files.list(bucket)) {
                papers = children.toList();
            }
            for (Path paper : papers) {
                String path = PAPERS + folder.relativize(paper);
                if (!path.endsWith(".part") && !to.has(path) && wanted.is(paper)) {
                    to.copy(paper, path);
                }
            }
        }
    }
}
