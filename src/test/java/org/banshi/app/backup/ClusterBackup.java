package org.banshi.app.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What {@code ./banshi backup} makes of a database, for tests of other rooms. */
public final class ClusterBackup {

    private ClusterBackup() {}

    /**
     * Backs the server of a connection up.
     *
     * @param target a new folder
     */
    public static void make(Connection connection, Path cluster, Path target)
            throws IOException, SQLException {
        BackupFolder folder = BackupFolder.begin(target);
        LogMark mark = new ClusterCopy(cluster, folder, Backup.DATABASE).run(connection);
        folder.finish(
                Manifest.Kind.WHOLE,
                Instant.now(),
                connection.getMetaData().getDatabaseProductVersion(),
                mark);
    }
}
