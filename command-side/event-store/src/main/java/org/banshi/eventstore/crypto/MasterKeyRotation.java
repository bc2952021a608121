package org.banshi.eventstore.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Wraps every key of a vault under another master key. The keys themselves stay, and so does all
 * that they encrypt.
 *
 * <p>The new journal takes the place of the old one in one step, under the lock of whoever writes.
 * A crash leaves the old journal with the old master key, or the new one with the new; a process
 * that still holds the old one refuses to go on.
 */
public final class MasterKeyRotation {

    private static final String JOURNAL_NEXT = FileKeyVault.JOURNAL + ".next";

    private MasterKeyRotation() {}

    /**
     * Does it.
     *
     * @param from base64 of the master key until now; null for the file in {@code folder}
     * @param to base64 of the new one; null to make one and keep it in the file
     * @return how many keys were wrapped anew
     * @throws IllegalStateException when there are no keys, or {@code from} does not fit them
     */
    public static int rotate(Path folder, @Nullable String from, @Nullable String to) {
        Path journal = folder.resolve(FileKeyVault.JOURNAL);
        if (!Files.exists(journal) || from == null && !Files.exists(MasterKey.file(folder))) {
            throw new IllegalStateException("there are no keys in " + folder);
        }
        try {
            finish(folder, from);
            SecretKey old = MasterKey.of(folder, from);
            SecretKey fresh = to == null ? MasterKey.next(folder) : MasterKey.parse(to);
            try (FileChannel channel =
                            FileChannel.open(
                                    journal, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("the keys are in use");
                }
                List<String> lines = lines(channel);
                List<String> rewrapped = new ArrayList<>();
                Set<String> destroyed = destroyed(lines);
                int keys = 0;
                for (String line : lines) {
                    boolean key = !line.startsWith("x ") && !isGone(line, destroyed);
                    rewrapped.add(key ? rewrap(line, old, fresh) : blanked(line));
                    keys += key ? 1 : 0;
                }
                replace(folder, journal, rewrapped);
                if (to == null) {
                    MasterKey.promote(folder);
                } else {
                    Files.deleteIfExists(MasterKey.file(folder));
                    force(folder);
                }
                return keys;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes or undoes what a crash interrupted. */
    static void finish(Path folder, @Nullable String given) throws IOException {
        Files.deleteIfExists(folder.resolve(JOURNAL_NEXT));
        if (given != null || !Files.exists(MasterKey.nextFile(folder))) {
            return;
        }
        Path journal = folder.resolve(FileKeyVault.JOURNAL);
        List<String> lines = Files.exists(journal) ? lines(Files.readString(journal)) : List.of();
        SecretKey next = MasterKey.next(folder);
        Set<String> destroyed = destroyed(lines);
        boolean fits =
                lines.stream()
                        .filter(line -> !line.startsWith("x ") && !isGone(line, destroyed))
                        .findFirst()
                        .map(line -> fits(line, next))
                        .orElse(false);
        if (fits) {
            MasterKey.promote(folder);
        } else {
            Files.delete(MasterKey.nextFile(folder));
        }
    }

    /**
     * By the channel that holds the lock: the system lets go of all locks of a process on a file as
     * soon as it closes the file once, however often it has opened it.
     */
    private static List<String> lines(FileChannel journal) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(journal.size()));
        while (bytes.hasRemaining() && journal.read(bytes, bytes.position()) >= 0) {
            continue;
        }
        return lines(new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII));
    }

    /** Whole ones: a torn last line counts for nobody. */
    private static List<String> lines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static boolean fits(String line, SecretKey master) {
        try {
            unwrap(line, master);
            return true;
        } catch (IllegalStateException another) {
            return false;
        }
    }

    private static Set<String> destroyed(List<String> lines) {
        Set<String> destroyed = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("x ")) {
                destroyed.add("k " + line.substring(2));
            }
        }
        return destroyed;
    }

    private static boolean isGone(String line, Set<String> destroyed) {
        return destroyed.contains(name(line));
    }

    private static String name(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    /** Of a person whose key was destroyed: whatever a crash left of it goes too. */
    private static String blanked(String line) {
        return line.startsWith("x ")
                ? line
                : name(line) + ' ' + "0".repeat(line.length() - name(line).length() - 1);
    }

    private static String rewrap(String line, SecretKey old, SecretKey fresh) {
        byte[] wrapped = Aes.encrypt(fresh, unwrap(line, old), associated(line));
        return name(line) + ' ' + Base64.getEncoder().encodeToString(wrapped);
    }

    private static byte[] unwrap(String line, SecretKey master) {
        try {
            String wrapped = line.substring(line.lastIndexOf(' ') + 1);
            return Aes.decrypt(master, Base64.getDecoder().decode(wrapped), associated(line));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the master key does not fit the key journal");
        }
    }

    private static byte[] associated(String line) {
        return name(line).getBytes(StandardCharsets.UTF_8);
    }

    private static void replace(Path folder, Path journal, List<String> lines) throws IOException {
        Path next = folder.resolve(JOURNAL_NEXT);
        Files.createFile(next, MasterKey.OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(
                            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                next, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
