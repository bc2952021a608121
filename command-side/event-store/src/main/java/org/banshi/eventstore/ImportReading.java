package org.banshi.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.Interest;
import org.banshi.eventstore.codec.UnreadableEventException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exported log from its beginning, and makes leaves, tree and chain anew on the way. The
 * first line that does not fit ends it.
 */
final class ImportReading {

    /** Keeps strings of names that come again and again. */
    private static final int NAMES = 1_000;

    private final LogLineReader lines;
    private final EventCodec codec;
    private final TypeIds types;
    private final ClaimRules rules;
    private final Interest claiming;
    private final ImportedTree tree = new ImportedTree();
    private final Map<ByteBuffer, Kind> kinds = new HashMap<>();
    private final Map<ByteBuffer, String> names = new HashMap<>();
    private @Nullable Instant groupTime;
    private Instant reached = Instant.EPOCH;

    /**
     * Events of one stored name.
     *
     * @param revision the newest that is known here
     * @param claims whether they may do anything to claims
     */
    private record Kind(String name, short id, int revision, boolean claims) {}

    ImportReading(LogLineReader lines, EventCodec codec, TypeIds types, ClaimRules rules) {
        this.lines = lines;
        this.codec = codec;
        this.types = types;
        this.rules = rules;
        this.claiming =
                new Interest() {
                    @Override
                    public boolean in(Class<? extends Event> type) {
                        return rules.concerns(type);
                    }

                    @Override
                    public boolean inPersonal(Class<? extends Event> type, String component) {
                        return false;
                    }
                };
    }

    /** What was read so far; to be asked when the reading has ended. */
    ImportedTree tree() {
        return tree;
    }

    /** Time of the last group. */
    Instant reached() {
        return reached;
    }

    /**
     * The next events, or null when all were read.
     *
     * @param batch to be filled
     * @throws ImportRefusedException at the first line that does not fit
     */
    @Nullable ImportBatch next(ImportBatch batch, int size) throws IOException {
        batch.clear();
        for (int i = 0; i < size; i++) {
            LogLineReader.Line line = lines.next();
            if (line == null) {
                if (groupTime != null) {
                    throw lines.refused("is the last but not the end of its group");
                }
                return i == 0 ? null : batch;
            }
            take(line, batch);
        }
        return batch;
    }

    private void take(LogLineReader.Line line, ImportBatch batch) {
        if (line.position() != tree.size() + 1) {
            throw lines.refused(
                    "has position %d where %d follows".formatted(line.position(), tree.size() + 1));
        }
        byte[] leaf = tree.leaf(line);
        if (!Arrays.equals(leaf, line.leaf())) {
            throw lines.refused("has another leaf than its content");
        }
        time(line.recordedAt());
        tree.append(leaf, batch);
        Kind kind = kind(line);
        String stream = text(line.stream());
        batch.event(lines.number(), line, kind.id(), stream, name(line.streamType()));
        if (kind.claims()) {
            claims(line, kind, stream, batch);
        }
        LogLine.GroupEnd end = line.end();
        if (end != null) {
            end(line, end, batch);
        }
    }

    /** A group has one time, which its link binds, and time does not go back. */
    private void time(Instant recordedAt) {
        if (groupTime == null ? recordedAt.isBefore(reached) : !groupTime.equals(recordedAt)) {
            throw lines.refused("has a recorded time that does not fit");
        }
        groupTime = recordedAt;
        reached = recordedAt;
    }

    private void end(LogLineReader.Line line, LogLine.GroupEnd end, ImportBatch batch) {
        byte[] root = tree.root();
        if (!Arrays.equals(root, end.root())) {
            throw lines.refused("has another root than the events so far");
        }
        byte[] chain = tree.link(ImportBatch.micros(line.recordedAt()), root);
        if (!Arrays.equals(chain, end.chain())) {
            throw lines.refused("has another link than the groups so far");
        }
        batch.group(line.position(), line.recordedAt(), root, chain);
        groupTime = null;
    }

    private Kind kind(LogLineReader.Line line) {
        Kind kind = kinds.get(line.name().buffer());
        if (kind == null) {
            kind = kind(text(line.name()));
            kinds.put(ByteBuffer.wrap(line.name().copy()), kind);
        }
        if (line.revision() > kind.revision()) {
            throw lines.refused("is of a revision that is newer than this program");
        }
        return kind;
    }

    private Kind kind(String name) {
        int known = codec.types().revisionOf(name);
        if (known == 0) {
            throw lines.refused("is of a type that this program does not know");
        }
        return new Kind(name, types.idOf(name), known, codec.types().isOfInterest(name, claiming));
    }

    private void claims(LogLineReader.Line line, Kind kind, String stream, ImportBatch batch) {
        try {
            Event event =
                    codec.decode(kind.name(), line.revision(), line.payload().buffer(), claiming);
            ClaimRules.Changes changes = rules.of(stream, event);
            if (!changes.acquired().isEmpty() || !changes.released().isEmpty()) {
                batch.claims.add(new ImportBatch.Claimed(lines.number(), stream, changes));
            }
        } catch (UnreadableEventException e) {
            throw lines.refused(String.valueOf(e.getMessage()));
        }
    }

    private String name(Slice utf8) {
        String known = names.get(utf8.buffer());
        if (known == null) {
            if (names.size() > NAMES) {
                names.clear();
            }
            known = text(utf8);
            names.put(ByteBuffer.wrap(utf8.copy()), known);
        }
        return known;
    }

    private String text(Slice utf8) {
        try {
            return utf8.text();
        } catch (CharacterCodingException e) {
            throw lines.refused("is not in UTF-8");
        }
    }
}
