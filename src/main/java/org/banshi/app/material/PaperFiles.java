package org.banshi.app.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The encrypted bytes of papers: one file each, by id, in folders of the ids' first two digits. */
final class PaperFiles {

    private static final String UNFINISHED = ".part";

    private final Path folder;

    PaperFiles(Path folder) {
        this.folder = folder;
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
            return Files.readAllBytes(file(id));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Nothing happens where there is none. */
    void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
            Files.deleteIfExists(file(id).resolveSibling(id + UNFINISHED));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Ids of the files, finished or not, that were last written before {@code moment}, by folder.
     */
    Stream<List<String>> writtenBefore(Instant moment) {
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
