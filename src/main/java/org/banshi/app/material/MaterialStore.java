package org.banshi.app.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.banshi.app.material.MaterialRefusedException.Fault;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps papers as encrypted files outside the event log, and what is known of them in the table
 * {@code material}. A paper is on the disk before anybody is told its id.
 */
public class MaterialStore {

    /** Most bytes of one paper. */
    public static final long MAX_SIZE = 10L * 1024 * 1024;

    /** Accepted types, by the content alone; neither name nor header is believed. */
    public static final Set<String> TYPES =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/heic");

    private final Path folder;
    private final PersonalData personal;
    private final JdbcClient jdbc;
    private final Tika tika = new Tika();

    /**
     * @param folder made when there is none
     */
    public MaterialStore(Path folder, PersonalData personal, JdbcClient jdbc) {
        this.folder = folder;
        this.personal = personal;
        this.jdbc = jdbc;
    }

    /**
     * Keeps a paper.
     *
     * @throws MaterialRefusedException when it is empty, too large or of another type
     */
    public StoredMaterial store(PersonId person, byte[] bytes, Instant at) {
        String mediaType = accepted(bytes);
        StoredMaterial material =
                new StoredMaterial(
                        UUID.randomUUID().toString(),
                        person,
                        mediaType,
                        sha256(bytes),
                        bytes.length,
                        at);
        write(file(material.id()), personal.encrypt(person, bytes));
        jdbc.sql(
                        "insert into material (id, person, media_type, sha256, size, stored_at)"
                                + " values (:id::uuid, :person, :type, :sha256, :size, :at)")
                .param("id", material.id())
                .param("person", person.value())
                .param("type", mediaType)
                .param("sha256", material.sha256())
                .param("size", material.size())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return material;
    }

    /** What is known of a paper. */
    public Optional<StoredMaterial> find(String id) {
        return isId(id)
                ? jdbc.sql("select * from material where id = :id::uuid")
                        .param("id", id)
                        .query(MaterialStore::row)
                        .optional()
                : Optional.empty();
    }

    /** The plain bytes; empty when the person's key was destroyed. */
    public Optional<byte[]> read(StoredMaterial material) {
        try {
            return personal.decrypt(material.person(), Files.readAllBytes(file(material.id())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String accepted(byte[] bytes) {
        if (bytes.length == 0) {
            throw new MaterialRefusedException(Fault.EMPTY);
        }
        if (bytes.length > MAX_SIZE) {
            throw new MaterialRefusedException(Fault.TOO_LARGE);
        }
        String mediaType = tika.detect(bytes);
        if (!TYPES.contains(mediaType)) {
            throw new MaterialRefusedException(Fault.TYPE_NOT_ALLOWED);
        }
        return mediaType;
    }

    private Path file(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }

    private static void write(Path file, byte[] bytes) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
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

    /** Without it a crash may lose the file's name, though not its bytes. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static StoredMaterial row(ResultSet row, int number) throws SQLException {
        return new StoredMaterial(
                row.getString("id"),
                new PersonId(row.getString("person")),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }

    private static boolean isId(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** Lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
