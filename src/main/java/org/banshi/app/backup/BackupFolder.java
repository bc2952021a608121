package org.banshi.app.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A backup in the making. */
final class BackupFolder {

    private final UnfinishedFolder unfinished;
    private final TreeSet<String> folders = new TreeSet<>();
    private final Map<String, Manifest.Entry> files = new TreeMap<>();

    private BackupFolder(UnfinishedFolder unfinished) {
        this.unfinished = unfinished;
    }

    static BackupFolder begin(Path target) throws IOException {
        return new BackupFolder(UnfinishedFolder.begin(target));
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    void folder(String path) throws IOException {
        DurableFiles.folder(unfinished.part().resolve(path));
        folders.add(path);
    }

    /** Copies a file as it is now; false when it has gone. */
    boolean copy(Path from, String path) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.READ)) {
            write(channel, path);
            return true;
        } catch (NoSuchFileException gone) {
            // Thrown by the opening alone: the folder that is written to is our own.
            if (Files.exists(from)) {
                throw gone;
            }
            return false;
        }
    }

    void write(byte[] bytes, String path) throws IOException {
        write(Channels.newChannel(new ByteArrayInputStream(bytes)), path);
    }

    void write(ReadableByteChannel from, String path) throws IOException {
        Path target = unfinished.part().resolve(path);
        DurableFiles.folder(Objects.requireNonNull(target.getParent()));
        DurableFiles.Written written = DurableFiles.write(from, target);
        files.put(path, new Manifest.Entry(path, written.size(), written.sha256()));
    }

    /** Deletes what there is of it. */
    void abandon() throws IOException {
        FileSystemUtils.deleteRecursively(unfinished.part());
    }

    /** Writes the manifest and gives the backup its name. */
    Manifest finish(
            Manifest.Kind kind, Instant now, @Nullable String database, @Nullable LogMark log)
            throws IOException {
        Manifest manifest =
                new Manifest(
                        Manifest.FORMAT,
                        kind,
                        now,
                        Manifest.version(),
                        database,
                        log,
                        new ArrayList<>(folders),
                        new ArrayList<>(files.values()));
        byte[] json = manifest.json();
        write(json, Manifest.NAME);
        write(Manifest.hashLine(json), Manifest.HASH);
        unfinished.finish();
        return manifest;
    }
}
