package org.banshi.app.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.banshi.app.platform.StartUpException;

/**
 * Copies the folder of a PostgreSQL that goes on working, with the log that makes the copy
 * consistent as of the copy's end.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">Making
 *     a base backup using the low level API</a>
 */
final class ClusterCopy {

    /** Whose content the server makes anew; the folders themselves are needed. */
    private static final Set<String> CONTENT_LEFT_OUT =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    /** Of this server's life, or written below from what the server says. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "postmaster.pid",
                    "postmaster.opts",
                    "backup_label",
                    "backup_label.old",
                    "tablespace_map",
                    "tablespace_map.old",
                    "current_logfiles",
                    "global/pg_control");

    private final Path cluster;
    private final BackupFolder to;
    private final String prefix;

    /**
     * @param prefix where below the backup's folder
     */
    ClusterCopy(Path cluster, BackupFolder to, String prefix) {
        this.cluster = cluster;
        this.to = to;
        this.prefix = prefix;
    }

    /**
     * Copies it.
     *
     * @param connection of a superuser; the server ends the backup when it ends
     * @return a place in the log that the copy reaches
     */
    LogMark run(Connection connection) throws IOException, SQLException {
        refuseTablespaces();
        // Goes with the connection; keeps the log from being recycled while it is needed.
        row(
                connection,
                "select pg_create_physical_replication_slot("
                        + "'banshi_backup_' || pg_backend_pid(), true, true)");
        String first =
                row(connection, "select pg_walfile_name(pg_backup_start('banshi', true))").get(0);
        copyFiles();
        copyControl();
        LogMark mark = LogMark.head(connection);
        List<String> stop =
                row(
                        connection,
                        "select pg_walfile_name(lsn), labelfile, spcmapfile"
                                + " from pg_backup_stop(false)");
        to.write(stop.get(1).getBytes(StandardCharsets.UTF_8), prefix + "backup_label");
        if (!stop.get(2).isBlank()) {
            to.write(stop.get(2).getBytes(StandardCharsets.UTF_8), prefix + "tablespace_map");
        }
        copyLog(first, stop.get(0));
        return mark;
    }

    private void refuseTablespaces() throws IOException {
        if (!DurableFiles.isEmptyOrAbsent(cluster.resolve("pg_tblspc"))) {
            throw new StartUpException(
                    "the database has tablespaces outside its folder; back it up by its own means");
        }
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(
                cluster,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (isTemporary(folder)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        String path = path(folder);
                        to.folder(path.isEmpty() ? prefix : prefix + path);
                        return CONTENT_LEFT_OUT.contains(path)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (!LEFT_OUT.contains(path(file)) && !isTemporary(file)) {
                            // One that has gone was dropped: the log says so as well.
                            to.copy(file, prefix + path(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        if (failure instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }
                });
    }

    private static boolean isTemporary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }

    private String path(Path file) {
        return cluster.relativize(file).toString();
    }

    /** Last, as the server's own tool does, and never half-way through being written. */
    private void copyControl() throws IOException {
        Path file = cluster.resolve("global/pg_control");
        byte[] before;
        byte[] bytes = Files.readAllBytes(file);
        do {
            before = bytes;
            bytes = Files.readAllBytes(file);
        } while (!Arrays.equals(before, bytes));
        to.write(bytes, prefix + "global/pg_control");
    }

    private void copyLog(String first, String last) throws IOException {
        List<Path> segments;
        try (Stream<Path> all = Files.list(cluster.resolve("pg_wal"))) {
            segments = all.filter(it -> isNeeded(name(it), first, last)).sorted().toList();
        }
        boolean whole =
                segments.stream().map(ClusterCopy::name).anyMatch(first::equals)
                        && segments.stream().map(ClusterCopy::name).anyMatch(last::equals);
        for (Path segment : segments) {
            whole &= to.copy(segment, prefix + "pg_wal/" + name(segment));
        }
        if (!whole) {
            throw new IOException(
                    "the server has thrown away part of its log from %s to %s"
                            .formatted(first, last));
        }
    }

    private static boolean isNeeded(String name, String first, String last) {
        return name.endsWith(".history")
                || name.matches("[0-9A-F]{24}")
                        && name.compareTo(first) >= 0
                        && name.compareTo(last) <= 0;
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static List<String> row(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String[] columns = new String[row.getMetaData().getColumnCount()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Objects.requireNonNullElse(row.getString(i + 1), "");
            }
            return List.of(columns);
        }
    }
}
