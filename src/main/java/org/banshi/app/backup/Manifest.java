package org.banshi.app.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds. A file beside it, {@code manifest.sha256}, holds its own hash in the form
 * that {@code sha256sum -c} reads.
 *
 * @param takenAt when it was whole
 * @param banshi version of the program that made it
 * @param database the server's version; null in a backup of keys
 * @param log the end of the log, which the backup has at least; null in a backup of keys
 * @param folders all of them, as some are empty and needed
 */
record Manifest(
        int format,
        Kind kind,
        Instant takenAt,
        String banshi,
        @Nullable String database,
        @Nullable LogMark log,
        List<String> folders,
        List<Entry> files) {

    static final String NAME = "manifest.json";
    static final String HASH = "manifest.sha256";
    static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /** What is in a backup. */
    enum Kind {
        /** Database and papers. */
        WHOLE,
        /** Papers, and the place in the log of a database that is backed up by its own means. */
        PAPERS,
        KEYS
    }

    /**
     * One file.
     *
     * @param path below the backup's folder, with slashes
     * @param sha256 lower-case hex
     */
    record Entry(String path, long size, String sha256) {}

    static String version() {
        return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] hashLine(byte[] json) {
        return (MaterialStore.sha256(json) + "  " + NAME + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads that of a backup.
     *
     * @throws StartUpException when there is none, it was altered, or it is of another kind
     */
    static Manifest read(Path backup, Kind... wanted) {
        try {
            if (!Files.exists(backup.resolve(NAME))) {
                throw new StartUpException(backup + " is no backup: it has no " + NAME);
            }
            byte[] json = Files.readAllBytes(backup.resolve(NAME));
            if (!new String(hashLine(json), StandardCharsets.US_ASCII)
                    .equals(Files.readString(backup.resolve(HASH)))) {
                throw new StartUpException(
                        "the backup was altered: %s does not fit %s".formatted(NAME, HASH));
            }
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format != FORMAT || !List.of(wanted).contains(manifest.kind)) {
                throw new StartUpException(
                        "%s is a backup of %s, format %d; that cannot be restored here"
                                .formatted(backup, manifest.kind, manifest.format));
            }
            return manifest;
        } catch (IOException e) {
            throw new StartUpException("cannot read the manifest of " + backup, e);
        }
    }
}
