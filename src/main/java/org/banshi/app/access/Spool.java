package org.banshi.app.access;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps lines in files until they are in the database, so that a node that is killed loses none.
 * One file takes the lines of one moment; it is deleted once they are committed. A run marks its
 * files with its name and holds a lock while it lives: what lies there without one is a dead run's.
 */
final class Spool implements Closeable {

    private static final String LOCK = ".lock";
    private static final String LINES = ".lines";
    private static final String PROBE = ".probe";

    /** Bytes for some lines. */
    private static final int PROBED = 16_384;

    /** One place for strangers' lines beside so many others. */
    private static final int STRANGERS = 10;

    private final Path folder;
    private final String run = UUID.randomUUID().toString();
    private final FileChannel lockFile;
    private final FileLock lock;
    private final int most;
    private long number;
    private long good;
    private boolean broken;
    private int waiting;
    private int waitingOfStrangers;
    private int ofStrangers;
    private List<String> lines = new ArrayList<>();
    private @Nullable FileChannel open;

    /**
     * @param most lines that may wait for the database
     */
    Spool(Path folder, int most) {
        this.folder = folder;
        this.most = most;
        try {
            Files.createDirectories(folder);
            lockFile =
                    FileChannel.open(
                            folder.resolve(run + LOCK),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE);
            lock = Objects.requireNonNull(lockFile.tryLock());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Lines to be brought into the database.
     *
     * @param files to delete once they are there
     * @param torn whether a last line was cut off in the middle
     * @param ofStrangers how many of the lines nobody known has caused
     */
    record Batch(String run, List<Path> files, List<String> lines, boolean torn, int ofStrangers) {}

    /** Whether there is room for more, also on the disk; lines of strangers take none of it. */
    synchronized boolean hasRoom() {
        return !broken && waiting - waitingOfStrangers < most;
    }

    /** Whether a stranger's line may wait; there are fewer places for them, apart. */
    synchronized boolean hasRoomForStrangers() {
        return waitingOfStrangers < most / STRANGERS;
    }

    /** Keeps a line that nobody known has caused. */
    synchronized void addOfStranger(String line) {
        add(line, false);
        waitingOfStrangers++;
        ofStrangers++;
    }

    /**
     * Keeps a line: safe from the end of this process when it returns, and from that of the machine
     * when {@code forced}.
     */
    synchronized void add(String line, boolean forced) {
        try {
            if (open == null) {
                good = 0;
                open =
                        FileChannel.open(
                                file(number),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE);
            }
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            // Over half a line, where the disk was full the last time.
            open.position(good);
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
            open.truncate(open.position());
            if (forced) {
                open.force(true);
            }
            good = open.position();
        } catch (IOException failed) {
            broken = true;
            throw new UncheckedIOException(failed);
        }
        lines.add(line);
        waiting++;
    }

    /**
     * What was kept since the last call; null when there is nothing. Looks, too, whether a disk
     * that took nothing does so again.
     */
    synchronized @Nullable Batch take() {
        broken = broken && !takes();
        FileChannel full = open;
        if (full == null) {
            return null;
        }
        try {
            // Closed already, where that failed the last time.
            if (full.isOpen()) {
                full.truncate(good);
                full.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Batch batch = new Batch(run, List.of(file(number)), lines, false, ofStrangers);
        ofStrangers = 0;
        open = null;
        lines = new ArrayList<>();
        number++;
        return batch;
    }

    /** The batch is in the database. */
    void drop(Batch batch) {
        delete(batch.files());
        if (batch.run().equals(run)) {
            synchronized (this) {
                waiting -= batch.lines().size();
                waitingOfStrangers -= batch.ofStrangers();
            }
        } else {
            delete(List.of(folder.resolve(batch.run() + LOCK)));
        }
    }

    /** What runs left behind that ended without a word. */
    List<Batch> leftBehind() {
        List<Batch> batches = new ArrayList<>();
        for (Path mark : files(LOCK)) {
            String name = nameOf(mark).replace(LOCK, "");
            if (!name.equals(run) && isDead(mark)) {
                batches.add(read(name));
            }
        }
        return batches;
    }

    private boolean takes() {
        Path probe = folder.resolve(run + PROBE);
        try {
            Files.write(probe, new byte[PROBED]);
            Files.delete(probe);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private Batch read(String name) {
        List<Path> files =
                files(LINES).stream().filter(it -> nameOf(it).startsWith(name + ".")).toList();
        List<String> all = new ArrayList<>();
        boolean torn = false;
        for (Path file : files) {
            try {
                String text = Files.readString(file);
                torn |= !text.isEmpty() && !text.endsWith("\n");
                int end = text.lastIndexOf('\n') + 1;
                text.substring(0, end).lines().forEach(all::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Batch(name, files, all, torn, 0);
    }

    private static boolean isDead(Path mark) {
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException alive) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> nameOf(it).endsWith(ending)).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(long nth) {
        return folder.resolve("%s.%010d%s".formatted(run, nth, LINES));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Whoever has brought everything into the database leaves nothing behind. */
    @Override
    public synchronized void close() {
        try {
            if (waiting == 0) {
                Files.deleteIfExists(folder.resolve(run + LOCK));
            }
            lock.release();
            lockFile.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
