package org.banshi.eventstore.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key that wraps all others: given, or a file that only its owner can read. */
final class MasterKey {

    private static final String FILE = "master.key";
    private static final int BYTES = 32;

    /** For files that hold keys. */
    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private MasterKey() {}

    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** Where the next one waits until the journal is wrapped under it. */
    static Path nextFile(Path folder) {
        return folder.resolve(FILE + ".next");
    }

    /** The one that waits, made when there is none. */
    static SecretKey next(Path folder) {
        return parse(read(nextFile(folder)));
    }

    /** What waited is the master key from now on. */
    static void promote(Path folder) throws IOException {
        Files.move(
                nextFile(folder),
                file(folder),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel parent = FileChannel.open(folder)) {
            parent.force(true);
        }
    }

    /**
     * @param given base64 of 32 bytes, or null for the file in {@code folder}, which is made when
     *     absent
     */
    static SecretKey of(Path folder, @Nullable String given) {
        return parse(given == null ? read(folder.resolve(FILE)) : given);
    }

    /**
     * @param base64 of 32 bytes
     */
    static SecretKey parse(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the master key is not base64");
        }
        if (key.length != BYTES) {
            throw new IllegalStateException("the master key has not 32 bytes");
        }
        return new SecretKeySpec(key, "AES");
    }

    private static String read(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and never over a key that another process made meanwhile. */
    private static void create(Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), FILE, ".new", OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
            String key = Base64.getEncoder().encodeToString(Aes.random(BYTES)) + "\n";
            channel.write(ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        try (FileChannel parent = FileChannel.open(file.getParent())) {
            parent.force(true);
        }
    }
}
