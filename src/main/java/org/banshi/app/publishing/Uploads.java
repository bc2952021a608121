package org.banshi.app.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.publishing.Upload.State;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.application.ServiceVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps packages that were handed in. */
final class Uploads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS =
            """
            SELECT id::text, service, content_hash, uploaded_by, uploaded_at, state, findings,
                scenarios, report, version
            FROM package_upload
            """;

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            String id,
            String service,
            PackageFiles files,
            String by,
            Instant at,
            State state,
            List<Finding> findings,
            int scenarios) {
        jdbc.sql(
                        """
                        INSERT INTO package_upload (id, service, content_hash, zip, uploaded_by,
                            uploaded_at, state, findings, scenarios)
                        VALUES (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        service,
                        files.contentHash(),
                        files.toZip(),
                        by,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        word(state),
                        write(findings),
                        scenarios)
                .update();
    }

    Optional<Upload> find(String id) {
        return isId(id)
                ? jdbc.sql(COLUMNS + "WHERE id = ?::uuid")
                        .param(id)
                        .query((row, n) -> read(row))
                        .optional()
                : Optional.empty();
    }

    /** Those that something can still be done with, the newest first. */
    List<Upload> open() {
        return jdbc.sql(
                        COLUMNS
                                + """
                                WHERE state NOT IN ('published', 'discarded')
                                ORDER BY uploaded_at DESC, id""")
                .query((row, n) -> read(row))
                .list();
    }

    /** Ids of those whose scenarios are to be played, the oldest first. */
    List<String> waiting() {
        return jdbc.sql(
                        """
                        SELECT id::text FROM package_upload WHERE state = 'waiting'
                        ORDER BY uploaded_at""")
                .query(String.class)
                .list();
    }

    PackageFiles files(String id) {
        return PackageFiles.ofZip(
                jdbc.sql("SELECT zip FROM package_upload WHERE id = ?::uuid")
                        .param(id)
                        .query(byte[].class)
                        .single());
    }

    /** Begins the report anew: whoever played before came to no end. */
    void begin(String id) {
        jdbc.sql("UPDATE package_upload SET report = '' WHERE id = ?::uuid AND state = 'waiting'")
                .param(id)
                .update();
    }

    void tell(String id, String line) {
        jdbc.sql("UPDATE package_upload SET report = report || ? WHERE id = ?::uuid")
                .params(line + "\n", id)
                .update();
    }

    /** False where it is not in {@code from} any more. */
    boolean change(String id, State from, State to) {
        return jdbc.sql("UPDATE package_upload SET state = ? WHERE id = ?::uuid AND state = ?")
                        .params(word(to), id, word(from))
                        .update()
                == 1;
    }

    /** Closes every open upload of this content: there is nothing left to do with any of them. */
    void published(ServiceVersion version, String contentHash) {
        jdbc.sql(
                        """
                        UPDATE package_upload SET state = 'published', version = ?
                        WHERE service = ? AND content_hash = ?
                            AND state NOT IN ('published', 'discarded')""")
                .params(version.version(), version.service(), contentHash)
                .update();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Upload read(ResultSet row) throws SQLException {
        return new Upload(
                row.getString("id"),
                row.getString("service"),
                row.getString("content_hash"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                findings(row.getString("findings")),
                row.getInt("scenarios"),
                row.getString("report").lines().toList(),
                version(row));
    }

    private static @Nullable Integer version(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return row.wasNull() ? null : version;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String write(List<Finding> findings) {
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Finding> findings(String json) {
        try {
            return Arrays.asList(JSON.readValue(json, Finding[].class));
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException(altered);
        }
    }
}
