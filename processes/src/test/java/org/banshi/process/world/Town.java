package org.banshi.process.world;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What all nodes of the tests share: database, keys and clock. The last one out stops it. */
final class Town implements AutoCloseable {

    private static @Nullable Town running;
    private static int nodes;

    private final EmbeddedPostgres postgres;
    private final Path keys;
    private final MovableClock clock = new MovableClock();

    private Town() throws IOException {
        postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setLocaleConfig("locale", "C.UTF-8")
                        // The context stops the server, last; a hook of its own would pull it away.
                        .setRegisterShutdownHook(false)
                        .start();
        keys = Files.createTempDirectory("keys");
    }

    static synchronized Town join() throws IOException {
        Town town = running == null ? new Town() : running;
        running = town;
        nodes++;
        return town;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    Path keys() {
        return keys;
    }

    MovableClock clock() {
        return clock;
    }

    /** One node leaves. */
    @Override
    public void close() throws IOException {
        synchronized (Town.class) {
            nodes--;
            if (nodes == 0) {
                running = null;
                postgres.close();
            }
        }
    }
}
