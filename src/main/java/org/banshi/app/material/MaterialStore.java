package org.banshi.app.material;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final PaperFiles files;
    private final PersonalData personal;
    private final JdbcClient jdbc;
    private final Tika tika = new Tika();

    /**
     * @param folder made when there is none
     */
    public MaterialStore(Path folder, PersonalData personal, JdbcClient jdbc) {
        this.files = new PaperFiles(folder);
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
        files.write(material.id(), personal.encrypt(person, bytes));
        jdbc.sql(
                        "insert into material"
                                + " (id, person, media_type, sha256, size, stored_at, wanted_at)"
                                + " values"
                                + " (:id::uuid, :person, :type, :sha256, :size, :at, :at)")
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

    /** Those of the papers that are there and the person's, by their ids, in one question. */
    public Map<String, StoredMaterial> find(PersonId person, Collection<String> ids) {
        List<String> known = known(ids);
        return known.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select * from material"
                                        + " where id = any(:ids::uuid[]) and person = :person")
                        .param("ids", known.toArray(String[]::new))
                        .param("person", person.value())
                        .query(MaterialStore::row)
                        .list()
                        .stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        StoredMaterial::id, Function.identity()));
    }

    /** The plain bytes; empty when the person's key was destroyed. */
    public Optional<byte[]> read(StoredMaterial material) {
        return personal.decrypt(material.person(), files.read(material.id()));
    }

    /**
     * Those of the papers that are there and the person's. They are wanted from now on: none of
     * them is deleted as abandoned until it was left alone for long again.
     */
    public List<StoredMaterial> hold(PersonId person, Collection<String> ids, Instant at) {
        List<String> known = known(ids);
        if (known.isEmpty()) {
            return List.of();
        }
        // Locked in one order, or two requests that name the same papers could block each other.
        return jdbc.sql(
                        """
                        with mine as (
                            select id from material
                            where id = any(:ids::uuid[]) and person = :person
                            order by id for update)
                        update material m set wanted_at = greatest(m.wanted_at, :at)
                        from mine where m.id = mine.id
                        returning m.*""")
                .param("ids", known.toArray(String[]::new))
                .param("person", person.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(MaterialStore::row)
                .list();
    }

    /** Deletes all papers of a person, filed or not. */
    public void eraseOf(PersonId person) {
        jdbc.sql("delete from material where person = ? returning id::text")
                .param(person.value())
                .query(String.class)
                .list()
                .forEach(files::delete);
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

    private static StoredMaterial row(ResultSet row, int number) throws SQLException {
        return new StoredMaterial(
                row.getString("id"),
                new PersonId(row.getString("person")),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> known(Collection<String> ids) {
        return ids.stream().filter(MaterialStore::isId).distinct().toList();
    }

    /** Whether a paper could be kept under it. */
    static boolean isId(String id) {
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
