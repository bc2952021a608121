package org.banshi.eventstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.Interest;
import org.banshi.eventstore.codec.MetadataCodec;
import org.banshi.eventstore.codec.UnreadableEventException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads the log, for audits and readers: by position, by stream, by time. Pages are keysets. What
 * was read is on disk.
 */
public final class EventLog {

    private static final RowMapper<StoredEvent> ROW =
            (row, number) ->
                    new StoredEvent(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getShort(7),
                            row.getInt(8),
                            row.getObject(9, UUID.class),
                            row.getString(10),
                            row.getString(11),
                            row.getBytes(12));

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final TypeIds types;
    private final Streams streams;
    private final DiskBarrier disk;

    EventLog(
            DataSource dataSource,
            EventCodec codec,
            TypeIds types,
            Streams streams,
            DiskBarrier disk) {
        this.streams = streams;
        this.disk = disk;
        this.jdbc = new JdbcTemplate(dataSource);
        this.codec = codec;
        this.types = types;
    }

    /**
     * The events of a stream up to a position, in order: the stream as of then.
     *
     * @param last greatest position wanted
     */
    public List<Recorded> readStreamUntil(String stream, long last) {
        return storedStream(stream, 0, Integer.MAX_VALUE).stream()
                .takeWhile(it -> it.position <= last)
                .map(this::decode)
                .toList();
    }

    /**
     * The next events after a position, in order.
     *
     * @param after position of the last event already read; 0 to begin
     * @param limit most events returned
     * @throws UnreadableEventException when one of them can't be understood
     */
    public List<Recorded> read(long after, int limit) {
        return stored(after, limit).stream().map(this::decode).toList();
    }

    /** The events of a stream from a sequence on, in order; empty for an unknown stream. */
    public List<Recorded> readStream(String stream, long fromSequence, int limit) {
        return storedStream(stream, fromSequence, limit).stream().map(this::decode).toList();
    }

    /** The whole stream. */
    public List<Recorded> readStream(String stream) {
        return readStream(stream, 0, Integer.MAX_VALUE);
    }

    /**
     * The events of a stream that are of interest, in order; what is not is neither decoded nor
     * decrypted.
     */
    public List<Recorded> readStream(String stream, Interest interest) {
        return storedStream(stream, 0, Integer.MAX_VALUE).stream()
                .filter(it -> codec.types().isOfInterest(types.nameOf(it.type), interest))
                .map(it -> decode(it, interest))
                .toList();
    }

    /** The event at a position. */
    public Optional<Recorded> find(long position) {
        return read(position - 1, 1).stream().filter(it -> it.position() == position).findFirst();
    }

    /** Position of the newest committed event; 0 when there is none. */
    public long head() {
        return head(jdbc);
    }

    /** The same, once it is on disk: for who will not look again at what is before it. */
    public long headOnDisk() {
        return disk.read(this::head, Long::longValue);
    }

    static long head(JdbcTemplate jdbc) {
        Long head = jdbc.queryForObject("select position from event_head", Long.class);
        return head == null ? 0 : head;
    }

    /** The first position recorded at or after {@code moment}; one past the head when none is. */
    public long positionAt(Instant moment) {
        Long position =
                jdbc.queryForObject(
                        "select event_position_at(?)",
                        Long.class,
                        OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
        return position == null ? 1 : position;
    }

    /** The last position recorded at or before {@code moment}; 0 when none is. */
    public long lastPositionAt(Instant moment) {
        // The log's times are in microseconds: what follows is the first that is later.
        return positionAt(moment.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS)) - 1;
    }

    /** Sequence of the stream's last event. */
    public Optional<Long> lastSequence(String stream) {
        return jdbc
                .queryForList(
                        """
                        select l.sequence from event_log l
                        where l.stream = (select id from event_stream where name = ?)
                        order by l.sequence desc limit 1
                        """,
                        Long.class,
                        stream)
                .stream()
                .findFirst();
    }

    List<StoredEvent> stored(long after, int limit) {
        return onDisk(() -> stored(jdbc, after, limit));
    }

    /** Waits, where it has to, until they are on disk. */
    private List<StoredEvent> onDisk(Supplier<List<StoredEvent>> reading) {
        return disk.read(reading, it -> it.isEmpty() ? 0 : it.get(it.size() - 1).position);
    }

    static List<StoredEvent> stored(JdbcTemplate jdbc, long after, int limit) {
        return jdbc.query("select * from event_page(?, ?)", ROW, after, limit);
    }

    List<StoredEvent> storedStream(String stream, long fromSequence, int limit) {
        List<StoredEvent> events =
                onDisk(
                        () ->
                                jdbc.query(
                                        "select * from event_stream_page(?, ?, ?)",
                                        ROW,
                                        stream,
                                        fromSequence,
                                        limit));
        if (!events.isEmpty()) {
            streams.remember(stream, events.get(0).streamId);
        }
        return events;
    }

    /**
     * The events at positions, in order; those that are not there are left out.
     *
     * @throws UnreadableEventException when one of them can't be understood
     */
    public List<Recorded> readAt(Collection<Long> positions) {
        return storedAt(positions).stream().map(this::decode).toList();
    }

    /** The events at positions, in order. */
    List<StoredEvent> storedAt(Collection<Long> positions) {
        return onDisk(() -> storedAt(jdbc, positions));
    }

    static List<StoredEvent> storedAt(JdbcTemplate jdbc, Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                """
                select l.position, l.recorded_at, s.type, s.name, s.id, l.sequence, l.type,
                       l.revision, l.id, l.payload, l.metadata, l.leaf
                from event_log l join event_stream s on s.id = l.stream
                where l.position = any(?) order by l.position
                """,
                statement ->
                        statement.setArray(
                                1,
                                statement
                                        .getConnection()
                                        .createArrayOf("bigint", positions.toArray())),
                ROW);
    }

    Recorded decode(StoredEvent event) {
        Recorded known = event.decoded();
        if (known != null) {
            return known;
        }
        return event.decoded(decode(event, Interest.EVERYTHING));
    }

    private Recorded decode(StoredEvent event, Interest interest) {
        String name = types.nameOf(event.type);
        Map<String, String> metadata;
        Stamp stamp;
        try {
            metadata = MetadataCodec.decode(event.metadata);
            stamp = StampMetadata.from(metadata);
        } catch (IllegalArgumentException | DateTimeException e) {
            // Such as an actor of a kind that only a newer program knows.
            throw new UnreadableEventException(
                    name, "its metadata do not fit (" + e.getClass().getSimpleName() + ")");
        }
        return new Recorded(
                event.position,
                event.streamType,
                event.stream,
                event.sequence,
                event.recordedAt,
                name,
                codec.decode(name, event.revision, event.payload, interest),
                stamp,
                metadata);
    }

    /**
     * The next page for a reader.
     *
     * @param after position of the last event already read; 0 to begin
     * @param until last position that may be on the page
     * @param limit most events read, whether of interest or not
     * @throws UnreadableEventException when one of interest, or of an unknown type, is on it
     * @throws IllegalStateException when there is none, although {@code until} lies beyond
     */
    LogPage page(long after, long until, int limit, Interest interest) {
        int most = (int) Math.min(limit, until - after);
        if (most <= 0) {
            return new LogPage(List.of(), after);
        }
        List<StoredEvent> rows = stored(after, most);
        if (rows.isEmpty()) {
            throw new IllegalStateException("the log has a gap after " + after);
        }
        List<Recorded> events = new ArrayList<>(rows.size());
        for (StoredEvent row : rows) {
            if (codec.types().isOfInterest(types.nameOf(row.type), interest)) {
                events.add(decode(row, interest));
            }
        }
        return new LogPage(events, rows.get(rows.size() - 1).position);
    }
}
