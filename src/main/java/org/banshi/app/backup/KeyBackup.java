package org.banshi.app.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.banshi.app.platform.StartUpException;
import org.springframework.util.FileSystemUtils;

/**
 * Backs up the keys of people's data, apart from what they open. A key that was destroyed lives on
 * in backups only as long as those are kept: each backup deletes those that are too old, and none
 * of them is restored.
 */
final class KeyBackup {

    /** Of the vault. */
    static final String JOURNAL = "keys.log";

    static final String MASTER = "master.key";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Duration keep;

    /**
     * @param folder of the backups, a folder each
     * @param keep how long one may be used
     */
    KeyBackup(Path folder, Duration keep) {
        this.folder = folder.toAbsolutePath().normalize();
        this.keep = keep;
    }

    /** What was done. */
    record Made(Path backup, int deleted) {}

    /**
     * Copies the keys as they are at one moment, though others write, then deletes what is too old.
     *
     * @param keys the vault's folder
     */
    Made make(Path keys, Instant now) {
        if (!Files.exists(keys.resolve(JOURNAL))) {
            throw new StartUpException("there are no keys in " + keys);
        }
        try {
            DurableFiles.folder(folder);
            Path target = folder.resolve(NAME.format(now));
            BackupFolder to = BackupFolder.begin(target);
            // Whoever writes the journal locks it. A given master key has no file.
            try (FileChannel journal =
                            FileChannel.open(keys.resolve(JOURNAL), StandardOpenOption.READ);
                    FileLock lock = journal.lock(0, Long.MAX_VALUE, true)) {
                Objects.requireNonNull(lock);
                to.write(journal, JOURNAL);
            }
            to.copy(keys.resolve(MASTER), MASTER);
            to.finish(Manifest.Kind.KEYS, now, null, null);
            return new Made(target, deleteOld(now));
        } catch (IOException e) {
            throw new StartUpException("cannot back up the keys: " + e.getMessage(), e);
        }
    }

    private int deleteOld(Instant now) throws IOException {
        int deleted = 0;
        for (Path backup : all()) {
            if (takenAt(backup).isBefore(now.minus(keep))) {
                FileSystemUtils.deleteRecursively(backup);
                deleted++;
            }
        }
        DurableFiles.forceOne(folder);
        return deleted;
    }

    /**
     * The newest one.
     *
     * @throws StartUpException when it is too old, or there is none
     */
    Path newest(Instant now) {
        try {
            Path newest =
                    all().stream()
                            .max(Comparator.comparing(KeyBackup::takenAt))
                            .orElseThrow(
                                    () ->
                                            new StartUpException(
                                                    "there is no backup of keys in " + folder));
            Instant takenAt = Manifest.read(newest, Manifest.Kind.KEYS).takenAt();
            if (takenAt.isBefore(now.minus(keep))) {
                throw new StartUpException(
                        ("the newest backup of keys is of %s, more than %d days ago; restoring it"
                                        + " would bring back keys that were destroyed since")
                                .formatted(takenAt, keep.toDays()));
            }
            return newest;
        } catch (IOException e) {
            throw new StartUpException("cannot read " + folder, e);
        }
    }

    /** Whole and unfinished ones. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(KeyBackup::isOne).toList();
        }
    }

    private static boolean isOne(Path path) {
        try {
            return Files.isDirectory(path) && takenAt(path).isAfter(Instant.EPOCH);
        } catch (DateTimeException somethingElse) {
            return false;
        }
    }

    private static Instant takenAt(Path backup) {
        return NAME.parse(Objects.requireNonNull(backup.getFileName()).toString(), Instant::from);
    }
}
