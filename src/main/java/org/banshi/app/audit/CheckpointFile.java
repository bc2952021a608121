package org.banshi.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.tree.Checkpoint;

/** Checkpoints as JSON, one after the other: a file can be added to. */
final class CheckpointFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private CheckpointFile() {}

    static String line(Checkpoint checkpoint) {
        try {
            return JSON.writeValueAsString(checkpoint) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The checkpoints in what was pasted, none in nothing.
     *
     * @throws IllegalArgumentException when it holds something else
     */
    static List<Checkpoint> of(String lines) {
        try (MappingIterator<Checkpoint> all = JSON.readerFor(Checkpoint.class).readValues(lines)) {
            List<Checkpoint> read = all.readAll();
            read.forEach(CheckpointFile::check);
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("no checkpoints", e);
        }
    }

    /** Hashes of the right length; what lacks a component is none. */
    private static void check(Checkpoint one) {
        for (String hash : new String[] {one.root(), one.chain()}) {
            if (hash == null || !hash.matches("[0-9a-f]{64}") || one.signature() == null) {
                throw new IllegalArgumentException("no checkpoint");
            }
        }
    }

    /**
     * @throws StartUpException when the file can't be read or holds something else
     */
    static List<Checkpoint> read(Path file) {
        try (MappingIterator<Checkpoint> all =
                JSON.readerFor(Checkpoint.class).readValues(file.toFile())) {
            return all.readAll();
        } catch (IOException e) {
            throw new StartUpException(file + " holds no checkpoints", e);
        }
    }
}
