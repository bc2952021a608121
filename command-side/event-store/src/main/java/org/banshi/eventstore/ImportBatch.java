package org.banshi.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.banshi.command.contract.claim.ClaimRules;

/**
 * Some events on their way into the log, already in the form that COPY takes. The streams' numbers
 * are filled in last, when they are known.
 */
final class ImportBatch {

    /** Microseconds from 1970 to 2000, where PostgreSQL's time begins. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final int EXPECTED_EVENT = 1_024;

    /** Where an event belongs. */
    record Place(long line, String stream, String streamType, int sequence, int numberAt) {}

    /** What an event did to claims. */
    record Claimed(long line, String stream, ClaimRules.Changes changes) {}

    final GrowingBytes events;
    final GrowingBytes groups = new GrowingBytes(1 << 14);
    final GrowingBytes subtrees = new GrowingBytes(1 << 10);
    final List<Place> places;
    final List<Claimed> claims = new ArrayList<>();

    ImportBatch(int size) {
        events = new GrowingBytes(size * EXPECTED_EVENT);
        places = new ArrayList<>(size);
    }

    static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.getNano() / 1_000;
    }

    void event(
            long lineNumber,
            LogLineReader.Line line,
            short type,
            String stream,
            String streamType) {
        events.putShort(10);
        events.putInt(8).putLong(line.position());
        time(events, line.recordedAt());
        events.putInt(8);
        places.add(new Place(lineNumber, stream, streamType, line.sequence(), events.length()));
        events.putLong(0);
        events.putInt(4).putInt(line.sequence());
        events.putInt(2).putShort(type);
        events.putInt(2).putShort(line.revision());
        events.putInt(16).putLong(line.idHigh()).putLong(line.idLow());
        events.putInt(line.payload().length());
        line.payload().into(events);
        events.putInt(line.metadata().length());
        line.metadata().into(events);
        events.putInt(line.leaf().length).put(line.leaf());
    }

    /** Room for others. */
    void clear() {
        events.clear();
        groups.clear();
        subtrees.clear();
        places.clear();
        claims.clear();
    }

    void group(long position, Instant recordedAt, byte[] root, byte[] chain) {
        groups.putShort(4);
        groups.putInt(8).putLong(position);
        time(groups, recordedAt);
        groups.putInt(root.length).put(root);
        groups.putInt(chain.length).put(chain);
    }

    void subtree(int level, long nth, byte[] root) {
        subtrees.putShort(3);
        subtrees.putInt(2).putShort(level);
        subtrees.putInt(8).putLong(nth);
        subtrees.putInt(root.length).put(root);
    }

    private static void time(GrowingBytes row, Instant time) {
        row.putInt(8).putLong(micros(time) - EPOCH_MICROS);
    }
}
