package org.banshi.app.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encrypted bytes of papers: one file each, by id, in folders of the ids' first two digits.
 * Beside their folder is another one of the same shape for those that seem to be nobody's.
 */
final class PaperFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PaperFiles.class);
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Path aside;

    PaperFiles(Path folder) {
        this.folder = folder;
        this.aside = folder.resolveSibling(folder.getFileName() + "-set-aside");
    }

    /** On the disk when it returns. */
    void write(String id, byte[] bytes) {
        Path file = file(id);
        Path unfinished = file.resolveSibling(id + UNFINISHED);
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file.getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    byte[] read(String id) {
        try {
            return Files.readAllBytes(Files.exists(file(id)) ? file(id) : fileAside(id));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Nothing happens where there is none. */
    void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
            Files.deleteIfExists(fileAside(id));
            Files.deleteIfExists(file(id).resolveSibling(id + UNFINISHED));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Keeps a file elsewhere, where it is still read; what was not finished goes.
     *
     * @param now what it is dated by from now on
     */
    void setAside(String id, Instant now) {
        try {
            Files.deleteIfExists(file(id).resolveSibling(id + UNFINISHED));
            if (Files.exists(file(id))) {
                Files.setLastModifiedTime(file(id), FileTime.from(now));
                move(file(id), fileAside(id));
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("another node was quicker");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts one back that was set aside. */
    void bringBack(String id) {
        try {
            move(fileAside(id), file(id));
        } catch (NoSuchFileException gone) {
            LOG.debug("another node was quicker");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to.getParent());
    }

    /**
     * Ids of the files, finished or not, that were last written before {@code moment}, by folder.
     */
    Stream<List<String>> writtenBefore(Instant moment) {
        return before(moment, folder);
    }

    /** Ids of those that were set aside before {@code moment}, by folder. */
    Stream<List<String>> setAsideBefore(Instant moment) {
        return before(moment, aside);
    }

    private static Stream<List<String>> before(Instant moment, Path folder) {
        return children(folder).stream()
                .filter(Files::isDirectory)
                .map(
                        bucket ->
                                children(bucket).stream()
                                        .filter(file -> isOlder(file, moment))
                                        .map(PaperFiles::id)
                                        .distinct()
                                        .toList());
    }

    private Path file(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }

    private Path fileAside(String id) {
        return aside.resolve(id.substring(0, 2)).resolve(id);
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(UNFINISHED)
                ? name.substring(0, name.length() - UNFINISHED.length())
                : name;
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** False for a file that was deleted meanwhile. */
    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without it a crash may lose the file's name, though not its bytes. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
