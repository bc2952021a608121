package org.banshi.app.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything a run leaves behind. One process at a time owns it; the system
 * frees it even after {@code kill -9}.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile lockFile;

    private DataFolder(Path path, RandomAccessFile lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Make the folder when there is none, and own it.
     *
     * @throws StartUpException when it cannot be written, or another process owns it
     */
    public static DataFolder own(Path folder) {
        Path path = create(folder);
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.resolve("lock").toFile(), "rw");
            if (!lock(file)) {
                String owner = file.readLine();
                file.close();
                throw new StartUpException(
                        "another Banshi (process %s) already runs on %s; stop it, or set BANSHI_DATA to another folder"
                                .formatted(owner == null ? "unknown" : owner.strip(), path));
            }
            file.setLength(0);
            file.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            return new DataFolder(path, file);
        } catch (IOException e) {
            throw new StartUpException(
                    "cannot write to the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Make the folder when there is none, readable by its owner only.
     *
     * @throws StartUpException when it cannot be written
     */
    public static Path create(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path.getParent());
                Files.createDirectory(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new StartUpException("cannot make the data folder " + path, e);
        }
        if (!Files.isWritable(path)) {
            throw new StartUpException(
                    "cannot write to the data folder " + path + "; set BANSHI_DATA to another");
        }
        return path;
    }

    private static boolean lock(RandomAccessFile file) throws IOException {
        try {
            // Released with the channel, so with the process.
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
