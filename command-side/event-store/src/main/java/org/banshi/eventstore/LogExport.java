package org.banshi.eventstore;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the log out as NDJSON of CloudEvents, which {@link LogImport} reads. The same events give
 * the same bytes, whenever and wherever they are written. Personal parts stay encrypted: no key is
 * needed, and whose key is destroyed is erased in every export too. Extension attributes:
 *
 * <dl>
 *   <dt>position, stream, streamtype, sequence, revision
 *   <dd>where and what the event is; numbers of 64 bits are text, as CloudEvents' integers have 32
 *   <dt>recordedtime
 *   <dd>wall-clock time of the append, in microseconds; {@code time} is that of business
 *   <dt>metadata
 *   <dd>the stored text
 *   <dt>leaf
 *   <dd>the event's leaf in the Merkle tree over the log, in hexadecimal
 *   <dt>root, chain
 *   <dd>of the tree and of the groups so far, on the last event of each group
 * </dl>
 *
 * <p>Reads page by page, in no transaction: memory is bounded, and nobody waits.
 */
public final class LogExport {

    private static final int PAGE = 500;

    private final TypeIds types;
    private final JdbcTemplate jdbc;

    public LogExport(DataSource dataSource) {
        this.types = new TypeIds(dataSource, Set.of());
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * @param from position of the first event wanted
     * @param to position of the last, where the log reaches so far
     * @return how many were written
     */
    public long write(long from, long to, OutputStream out) throws IOException {
        long last = Math.min(to, EventLog.head(jdbc));
        long after = from - 1;
        GrowingBytes bytes = new GrowingBytes(1 << 20);
        while (after < last) {
            List<StoredEvent> page =
                    EventLog.stored(jdbc, after, (int) Math.min(PAGE, last - after));
            if (page.isEmpty() || page.get(0).position != after + 1) {
                throw new IllegalStateException("the log has no event at " + (after + 1));
            }
            long reached = page.get(page.size() - 1).position;
            Map<Long, LogLine.GroupEnd> ends = ends(after, reached);
            bytes.clear();
            for (StoredEvent event : page) {
                LogLine.write(event, types.nameOf(event.type), ends.get(event.position), bytes);
            }
            out.write(bytes.array(), 0, bytes.length());
            after = reached;
        }
        return Math.max(0, after - from + 1);
    }

    /**
     * Only these events, as lines of the same form without the ends of groups.
     *
     * @param positions that the log has; all of them are in memory at once
     */
    public void write(List<Long> positions, OutputStream out) throws IOException {
        GrowingBytes bytes = new GrowingBytes(1 << 16);
        for (StoredEvent event : EventLog.storedAt(jdbc, positions)) {
            LogLine.write(event, types.nameOf(event.type), null, bytes);
        }
        out.write(bytes.array(), 0, bytes.length());
    }

    private Map<Long, LogLine.GroupEnd> ends(long after, long until) {
        Map<Long, LogLine.GroupEnd> ends = new HashMap<>();
        jdbc.query(
                "select position, root, chain from event_group where position > ? and position <= ?",
                row -> {
                    ends.put(
                            row.getLong(1), new LogLine.GroupEnd(row.getBytes(2), row.getBytes(3)));
                },
                after,
                until);
        return ends;
    }
}
