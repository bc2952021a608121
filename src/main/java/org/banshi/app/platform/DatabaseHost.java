package org.banshi.app.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a run: an external one when its URL is given, else our own in the data folder.
 */
public final class DatabaseHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHost.class);

    private final Path data;
    private final Database database;
    private final boolean embedded;
    private final @Nullable DataFolder folder;
    private final @Nullable PostgresServer server;

    private DatabaseHost(
            Path data,
            Database database,
            boolean embedded,
            @Nullable DataFolder folder,
            @Nullable PostgresServer server) {
        this.data = data;
        this.database = database;
        this.embedded = embedded;
        this.folder = folder;
        this.server = server;
    }

    /**
     * Connect or start, and say how durable it is.
     *
     * @throws StartUpException with one clear line when there is no usable database
     */
    public static DatabaseHost open(Path data) {
        Optional<String> url = Setting.of("banshi.database.url");
        return checked(url.isPresent() ? external(data, url.get()) : embedded(data));
    }

    /** Start one of our own in {@code data}, even where an external one is set. */
    public static DatabaseHost openEmbedded(Path data) {
        return checked(embedded(data));
    }

    /**
     * Reach the database that an instance serves from, or start it when none does. What was running
     * before goes on running when this is closed.
     *
     * @throws StartUpException with one clear line when there is no usable database
     */
    public static DatabaseHost reach(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        if (Setting.of("banshi.database.url").isPresent()) {
            return open(folder);
        }
        if (!Files.exists(folder.resolve("postgres").resolve("PG_VERSION"))) {
            throw new StartUpException(
                    "there is no database in the data folder %s; set BANSHI_DATA to another"
                            .formatted(folder));
        }
        return PostgresServer.running(folder.resolve("postgres"))
                .map(database -> new DatabaseHost(folder, database, true, null, null))
                .orElseGet(() -> openEmbedded(folder));
    }

    private static DatabaseHost checked(DatabaseHost host) {
        try {
            DatabaseFacts facts = DatabaseFacts.of(host.database);
            LOG.info("{}", facts);
            if (!facts.durable()) {
                LOG.warn("the database may lose acknowledged commits when its machine fails");
            }
            return host;
        } catch (StartUpException e) {
            host.close();
            throw e;
        }
    }

    private static DatabaseHost external(Path data, String url) {
        Database database =
                Database.of(
                        url,
                        Setting.of("banshi.database.user").orElse(null),
                        Setting.of("banshi.database.password").orElse(null));
        // Not owned: several nodes on one external database may share the folder.
        return new DatabaseHost(DataFolder.create(data), database, false, null, null);
    }

    private static DatabaseHost embedded(Path data) {
        DataFolder folder = DataFolder.own(data);
        try {
            Path programs =
                    Setting.of("banshi.postgres")
                            .map(Path::of)
                            .orElse(folder.path().resolve("postgres-programs"));
            PostgresServer server =
                    PostgresServer.start(folder.path().resolve("postgres"), programs);
            return new DatabaseHost(folder.path(), server.database(), true, folder, server);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    /** The data folder, absolute. */
    public Path data() {
        return data;
    }

    /** Whether the database is our own. */
    public boolean embedded() {
        return embedded;
    }

    /**
     * Has {@code lost} done when a database of our own ends before it is closed. Without it nothing
     * can be answered any more, and nobody else would start it again.
     */
    public void whenLost(Runnable lost) {
        if (server != null) {
            server.whenLost(lost);
        }
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (folder != null) {
                folder.close();
            }
        }
    }
}
