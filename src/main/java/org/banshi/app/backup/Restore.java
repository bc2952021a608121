package org.banshi.app.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.VaultPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Makes a data folder of a backup. Every file is held to the manifest, the database is started, its
 * log and papers are looked at; only then the folder gets its name.
 */
final class Restore {

    private final Path backup;
    private final @Nullable Path keys;
    private final @Nullable String masterKey;

    /**
     * @param keys a backup of keys; null when they are put in place by other means
     * @param masterKey base64 of 32 bytes, where the keys' backup does not hold it
     */
    Restore(Path backup, @Nullable Path keys, @Nullable String masterKey) {
        this.backup = backup;
        this.keys = keys;
        this.masterKey = masterKey;
    }

    /**
     * What is there now.
     *
     * @param keyless how many people are known to the database and not to the keys; 0 without keys
     */
    record Done(Manifest manifest, LogMark head, PaperCheck.Outcome papers, int keyless) {}

    /**
     * Does it.
     *
     * @param external whether the database is another one than the backup's, already restored
     * @throws StartUpException when the target is not empty, the backup was altered, or what it
     *     holds is not whole
     */
    Done into(Path data, boolean external) {
        Manifest manifest =
                Manifest.read(backup, external ? Manifest.Kind.PAPERS : Manifest.Kind.WHOLE);
        try {
            UnfinishedFolder target = UnfinishedFolder.begin(data);
            copy(backup, manifest, target.part());
            if (keys != null) {
                copyKeys(keys, target.part().resolve("keys"));
            }
            Done done = check(manifest, target.part(), external);
            Files.deleteIfExists(target.part().resolve("lock"));
            target.finish();
            return done;
        } catch (IOException | SQLException e) {
            throw new StartUpException("cannot restore the backup: " + e.getMessage(), e);
        }
    }

    /**
     * Puts the keys beside a database that was restored without them; where there is one already,
     * they are held to it before they get their name.
     *
     * @return how many people the database knows and the keys do not; empty without a database
     * @throws StartUpException when there are keys already, the backup was altered, or the keys are
     *     another database's; then nothing is left
     */
    OptionalInt keysInto(Path data) {
        Path backedUp = Objects.requireNonNull(keys);
        try {
            UnfinishedFolder target = UnfinishedFolder.begin(data.resolve("keys"));
            try {
                copyKeys(backedUp, target.part());
                OptionalInt keyless = heldToDatabase(data, target.part());
                target.finish();
                return keyless;
            } finally {
                FileSystemUtils.deleteRecursively(target.part());
            }
        } catch (IOException | SQLException e) {
            throw new StartUpException("cannot restore the keys: " + e.getMessage(), e);
        }
    }

    private OptionalInt heldToDatabase(Path data, Path put) throws SQLException {
        if (Setting.of("banshi.database.url").isEmpty()
                && !Files.exists(data.resolve("postgres").resolve("PG_VERSION"))) {
            return OptionalInt.empty();
        }
        try (DatabaseHost host = DatabaseHost.reach(data);
                Connection connection = host.database().connect();
                FileKeyVault vault = FileKeyVault.open(put, masterKey)) {
            KeyCheck check = new KeyCheck(vault);
            if (!check.isBegun(connection)) {
                return OptionalInt.empty();
            }
            Optional<String> finding = check.finding(connection);
            if (finding.isPresent()) {
                throw new StartUpException(
                        "nothing was restored into %s: %s".formatted(data, finding.get()));
            }
            return OptionalInt.of(check.keyless(connection));
        }
    }

    /** Puts the keys of a backup into a folder where there are none. */
    void copyKeys(Path from, Path to) throws IOException {
        Manifest manifest = Manifest.read(from, Manifest.Kind.KEYS);
        if (!Files.exists(from.resolve(KeyBackup.MASTER)) && masterKey == null) {
            throw new StartUpException(
                    "the backup of keys has no master key; set BANSHI_MASTER_KEY to it");
        }
        DurableFiles.folder(to);
        copy(from, manifest, to);
        DurableFiles.force(to);
    }

    private static void copy(Path from, Manifest manifest, Path to) throws IOException {
        for (String folder : manifest.folders()) {
            DurableFiles.folder(inside(to, folder));
        }
        for (Manifest.Entry entry : manifest.files()) {
            Path target = inside(to, entry.path());
            DurableFiles.folder(Objects.requireNonNull(target.getParent()));
            try (FileChannel channel =
                    FileChannel.open(from.resolve(entry.path()), StandardOpenOption.READ)) {
                DurableFiles.Written written = DurableFiles.write(channel, target);
                if (!written.sha256().equals(entry.sha256())) {
                    throw altered(entry, "is another than was backed up");
                }
            } catch (NoSuchFileException gone) {
                throw altered(entry, "is missing");
            }
        }
    }

    private static Path inside(Path to, String path) {
        Path target = to.resolve(path).normalize();
        if (!target.startsWith(to)) {
            throw new StartUpException("the manifest names a file outside its backup");
        }
        return target;
    }

    private static StartUpException altered(Manifest.Entry entry, String how) {
        return new StartUpException("the backup was altered: %s %s".formatted(entry.path(), how));
    }

    private Done check(Manifest manifest, Path data, boolean external) throws SQLException {
        LogMark mark = Objects.requireNonNull(manifest.log());
        List<String> findings;
        Done done;
        try (DatabaseHost host =
                        external ? DatabaseHost.open(data) : DatabaseHost.openEmbedded(data);
                Connection connection = host.database().connect()) {
            LogMark head = LogMark.head(connection);
            // An external database may be taken back to a moment before the papers' backup.
            findings = new ArrayList<>(new LogCheck(host.database()).findings(mark, external));
            try (FileKeyVault vault =
                    keys == null ? null : FileKeyVault.open(data.resolve("keys"), masterKey)) {
                PaperCheck.Outcome papers =
                        new PaperCheck(
                                        data.resolve(Backup.PAPERS),
                                        vault == null ? null : new VaultPersonalData(vault))
                                .run(connection);
                findings.addAll(papers.findings());
                int keyless = 0;
                if (vault != null) {
                    KeyCheck check = new KeyCheck(vault);
                    check.finding(connection).ifPresent(findings::add);
                    keyless = check.keyless(connection);
                }
                done = new Done(manifest, head, papers, keyless);
            }
        }
        if (!findings.isEmpty()) {
            throw new StartUpException(
                    "what was restored into %s is not whole: %s"
                            .formatted(data, String.join("; ", findings)));
        }
        return done;
    }
}
