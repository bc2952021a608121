package org.banshi.eventstore.crypto;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of lines, shared by processes. A line counts once its newline is written; a
 * torn last line is cut off by the next writer. Callers hold the vault's lock.
 *
 * <p>It is read and written by a file and not by a channel: a channel is closed for everybody when
 * a thread that uses it is interrupted.
 */
final class KeyJournal implements Closeable {

    /** One line and where it begins. */
    record Line(long offset, String text) {}

    private final Path file;
    private final RandomAccessFile open;
    private final @Nullable Object identity;
    private long end;

    KeyJournal(Path file) {
        this.file = file;
        try {
            open = new RandomAccessFile(file.toFile(), "rw");
            identity = identity();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A channel whose lock keeps other processes from writing. It is for that alone, and for one
     * turn.
     */
    FileChannel turnstile() throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /**
     * @throws IllegalStateException when another file took its place, wrapped under another master
     *     key
     */
    void checkInPlace() throws IOException {
        if (!Objects.equals(identity, identity())) {
            throw new IllegalStateException("the master key was changed; start again");
        }
    }

    /** Null where the file system knows no identity. */
    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    boolean hasMore() throws IOException {
        return open.length() > end;
    }

    /** The whole lines that were written since the last call. */
    List<Line> more() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(open.length() - end)];
        open.seek(end);
        open.readFully(bytes);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String text = new String(bytes, start, i - start, StandardCharsets.US_ASCII);
                lines.add(new Line(end + start, text));
                start = i + 1;
            }
        }
        end += start;
        return lines;
    }

    /** Appends lines durably. The caller holds the lock and has read everything before. */
    void append(List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        open.setLength(end);
        writeAt(end, bytes);
    }

    /** Overwrites part of a line in place, durably. */
    void overwrite(long offset, int length) throws IOException {
        byte[] filler = new byte[length];
        Arrays.fill(filler, (byte) '0');
        writeAt(offset, filler);
    }

    private void writeAt(long offset, byte[] bytes) throws IOException {
        open.seek(offset);
        open.write(bytes);
        open.getFD().sync();
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
