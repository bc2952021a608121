package org.banshi.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data folder for somebody who only reads: that of a running instance, or one
 * that is started for as long as it takes.
 */
public final class DatabaseReach implements AutoCloseable {

    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    private final Database database;
    private final @Nullable DatabaseHost own;

    private DatabaseReach(Database database, @Nullable DatabaseHost own) {
        this.database = database;
        this.own = own;
    }

    /**
     * @throws StartUpException when there is none
     */
    public static DatabaseReach of(Path data) {
        if (Setting.of("banshi.database.url").isEmpty()) {
            Optional<Database> running = running(data);
            if (running.isPresent()) {
                return new DatabaseReach(running.get(), null);
            }
            if (!Files.exists(data.resolve("postgres").resolve("PG_VERSION"))) {
                throw new StartUpException("there is no database in " + data);
            }
        }
        DatabaseHost host = DatabaseHost.open(data);
        return new DatabaseReach(host.database(), host);
    }

    /** As the server's pid file tells it. */
    private static Optional<Database> running(Path data) {
        Path folder = data.resolve("postgres");
        Path file = folder.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            boolean ready =
                    lines.size() > STATE_LINE
                            && lines.get(STATE_LINE).strip().equals("ready")
                            && ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
            return ready
                    ? Optional.of(
                            new Database(
                                    "jdbc:postgresql://127.0.0.1:%s/banshi"
                                            .formatted(lines.get(PORT_LINE).strip()),
                                    PostgresCluster.USER,
                                    Files.readString(data.resolve("postgres.password")).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new StartUpException("cannot tell whether a database runs in " + folder, e);
        }
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
