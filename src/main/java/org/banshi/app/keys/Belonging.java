package org.banshi.app.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.VaultPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a data folder and a database to each other. With the keys of another installation everybody
 * would look erased and no claim would hold; and papers that a database does not name are tidied
 * away. What one start has found together stays together.
 */
public final class Belonging {

    /** In the data folder: the id of the database whose keys and papers are there. */
    public static final String FILE = "database-id";

    private final Path data;
    private final Path keys;
    private final JdbcClient jdbc;

    private record Noted(UUID id, String fingerprint) {}

    private Belonging(Path data, JdbcClient jdbc) {
        this.data = data;
        this.keys = data.resolve("keys");
        this.jdbc = jdbc;
    }

    /**
     * Opens the keys of a database, or makes them where it has none yet.
     *
     * @param data the data folder
     * @param masterKey base64 of 32 bytes; null when it is kept with the keys
     * @param jdbc of the database, whose tables are there
     * @throws StartUpException when folder and database do not belong together; nothing was made
     * @throws IllegalStateException when the master key does not fit the keys
     */
    public static FileKeyVault keys(Path data, @Nullable String masterKey, JdbcClient jdbc) {
        Belonging belonging = new Belonging(data, jdbc);
        belonging.check();
        FileKeyVault vault = FileKeyVault.open(belonging.keys, masterKey);
        try {
            belonging.settle(fingerprint(vault));
            return vault;
        } catch (RuntimeException unfit) {
            vault.close();
            throw unfit;
        }
    }

    /** The same for the same keys, and tells nothing of them. */
    public static String fingerprint(FileKeyVault vault) {
        return new VaultPersonalData(vault).hash("belonging", "banshi");
    }

    private void check() {
        Optional<Noted> noted = noted();
        Optional<String> file = file();
        if (file.isPresent() && !noted.map(it -> it.id().toString()).equals(file)) {
            throw new StartUpException(
                    ("the keys and papers in %s belong to another database: set BANSHI_DATABASE_URL"
                                    + " or BANSHI_DATA so that both fit (if they shall serve this database"
                                    + " from now on, delete the file %s there first)")
                            .formatted(data, FILE));
        }
        if ((noted.isPresent() || written()) && !FileKeyVault.isIn(keys)) {
            throw new StartUpException(
                    ("this database was written with keys that are not in %s: set BANSHI_DATA to the"
                                    + " folder that has them, or restore them (./banshi restore --keys DIR)")
                            .formatted(keys));
        }
    }

    private void settle(String fingerprint) {
        if (noted().isEmpty()) {
            jdbc.sql("INSERT INTO belonging (id, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(UUID.randomUUID(), fingerprint)
                    .update();
        }
        Noted noted = noted().orElseThrow();
        if (!noted.fingerprint().equals(fingerprint)) {
            throw new StartUpException(
                    ("the keys in %s are not those of this database: set BANSHI_DATABASE_URL or"
                                    + " BANSHI_DATA so that both fit")
                            .formatted(keys));
        }
        if (file().isEmpty()) {
            note(noted.id());
        }
    }

    private Optional<Noted> noted() {
        return jdbc.sql("SELECT id, fingerprint FROM belonging").query(Noted.class).optional();
    }

    private boolean written() {
        return jdbc.sql("SELECT position FROM event_head").query(Long.class).single() > 0;
    }

    private Optional<String> file() {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new StartUpException("cannot read " + file, unreadable);
        }
    }

    /** Whole or not at all. */
    private void note(UUID id) {
        Path unfinished = data.resolve(FILE + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(
                    unfinished,
                    id + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new StartUpException("cannot write to the data folder " + data, failed);
        }
    }
}
