package org.banshi.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.banshi.command.contract.claim.Claim;

/** Sums up what the events of many commands did to claims, in order. */
final class ImportedClaims {

    /** What a stream gave up. */
    private record Release(Claim claim, long stream) {}

    private final Map<Claim, Long> held = new LinkedHashMap<>();

    /** What each stream took here, whether it has it still or not. */
    private final Map<Long, List<Claim>> taken = new HashMap<>();

    private final Set<Release> released = new HashSet<>();
    private boolean conflict;

    void acquire(Claim claim, long stream) {
        Long holder = held.put(claim, stream);
        taken.computeIfAbsent(stream, any -> new ArrayList<>()).add(claim);
        conflict |= holder != null && holder != stream;
    }

    /**
     * @param begun whether the stream began among these events: nothing that it held is stored yet
     */
    void release(Claim claim, long stream, boolean begun) {
        if (!begun) {
            released.add(new Release(claim, stream));
        }
        if (claim.key().equals(Claim.EVERY)) {
            taken.getOrDefault(stream, List.of()).stream()
                    .filter(it -> it.kind().equals(claim.kind()))
                    .forEach(it -> held.remove(it, stream));
        } else {
            held.remove(claim, stream);
        }
    }

    /** Whether two streams took one. */
    boolean conflict() {
        return conflict;
    }

    /** Removes what was given up from the table. */
    void writeReleased(Connection connection) throws SQLException {
        List<Release> every =
                released.stream().filter(it -> it.claim().key().equals(Claim.EVERY)).toList();
        List<Release> single =
                released.stream().filter(it -> !it.claim().key().equals(Claim.EVERY)).toList();
        release(connection, "delete from event_claim where stream = ? and kind = ?", every);
        release(
                connection,
                "delete from event_claim where stream = ? and kind = ? and key = ?",
                single);
    }

    /**
     * What streams hold that began after {@code lastBefore}, as COPY takes it: whatever the table
     * has of it is another stream's.
     */
    GrowingBytes begun(long lastBefore) {
        GrowingBytes rows = new GrowingBytes(1 << 16);
        held.forEach(
                (claim, stream) -> {
                    if (stream > lastBefore) {
                        byte[] kind = claim.kind().getBytes(StandardCharsets.UTF_8);
                        byte[] key = claim.key().getBytes(StandardCharsets.UTF_8);
                        rows.putShort(3).putInt(kind.length).put(kind);
                        rows.putInt(key.length).put(key).putInt(8).putLong(stream);
                    }
                });
        return rows;
    }

    /**
     * Writes what the other streams hold, which may hold it already.
     *
     * @return false when another stream holds one
     */
    boolean writeOthers(Connection connection, long lastBefore) throws SQLException {
        List<Release> others =
                held.entrySet().stream()
                        .filter(it -> it.getValue() <= lastBefore)
                        .map(it -> new Release(it.getKey(), it.getValue()))
                        .toList();
        if (others.isEmpty()) {
            return true;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into event_claim as c (kind, key, stream)
                        select * from unnest(?, ?, ?)
                        on conflict (kind, key) do update set stream = excluded.stream
                        where c.stream = excluded.stream
                        """)) {
            bind(connection, insert, others);
            return insert.executeUpdate() == others.size();
        }
    }

    /** One look-up each: a join might be planned as if the table were still empty. */
    private static void release(Connection connection, String sql, List<Release> releases)
            throws SQLException {
        if (releases.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (Release release : releases) {
                delete.setLong(1, release.stream());
                delete.setString(2, release.claim().kind());
                if (!release.claim().key().equals(Claim.EVERY)) {
                    delete.setString(3, release.claim().key());
                }
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Release> rows)
            throws SQLException {
        statement.setArray(1, array(connection, "text", rows, it -> it.claim().kind()));
        statement.setArray(2, array(connection, "text", rows, it -> it.claim().key()));
        statement.setArray(3, array(connection, "bigint", rows, Release::stream));
    }

    private static Array array(
            Connection connection, String type, List<Release> rows, Function<Release, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
