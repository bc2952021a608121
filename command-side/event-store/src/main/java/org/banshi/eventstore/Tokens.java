package org.banshi.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each subscription has come, and what it parked. The token's row is the lock on both. */
final class Tokens {

    private static final String ADVANCE =
            "update subscription_token set position = ? where name = ? and position = ?"
                    + " returning parked";

    /** One round trip for both. */
    private static final String ADVANCE_REDOABLY =
            ADVANCE + ", set_config('synchronous_commit', 'off', true)";

    private final JdbcTemplate jdbc;

    Tokens(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void create(String subscription) {
        jdbc.update(
                "insert into subscription_token (name) values (?) on conflict do nothing",
                subscription);
    }

    /** Empty for an unknown subscription. */
    OptionalLong position(String subscription) {
        return jdbc
                .queryForList(
                        "select position from subscription_token where name = ?",
                        Long.class,
                        subscription)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * Moves the token and locks it until the transaction ends. Never backwards, whoever errs: all
     * that was done since then would be done again.
     *
     * @param redoable whether the commit need not wait for the disk
     * @return how many events are parked; -1 when another node has moved the token, or it would go
     *     backwards
     */
    int advance(String subscription, long from, long to, boolean redoable) {
        if (to < from) {
            return -1;
        }
        return jdbc
                .query(
                        redoable ? ADVANCE_REDOABLY : ADVANCE,
                        (row, number) -> row.getInt(1),
                        to,
                        subscription,
                        from)
                .stream()
                .findFirst()
                .orElse(-1);
    }

    /** Locks the token until the transaction ends, and tells where it stands. */
    long lock(String subscription) {
        return jdbc
                .queryForList(
                        "select position from subscription_token where name = ? for update",
                        Long.class,
                        subscription)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no subscription " + subscription));
    }

    /** Puts the token somewhere else and forgets what was parked. */
    void reset(String subscription, long position) {
        jdbc.update("delete from event_parked where subscription = ?", subscription);
        jdbc.update(
                "update subscription_token set position = ?, parked = 0 where name = ?",
                position,
                subscription);
    }

    /** Hands position and parked events of one subscription to another, which exists. */
    void take(String from, String to) {
        jdbc.update("delete from event_parked where subscription = ?", to);
        jdbc.update("update event_parked set subscription = ? where subscription = ?", to, from);
        jdbc.update(
                """
                update subscription_token t set position = f.position, parked = f.parked
                from subscription_token f where f.name = ? and t.name = ?
                """,
                from,
                to);
        remove(from);
    }

    void remove(String subscription) {
        jdbc.update("delete from subscription_token where name = ?", subscription);
    }

    /** Those of the streams of which something is parked. */
    Set<String> parkedStreams(String subscription, Collection<String> streams) {
        return new HashSet<>(
                jdbc.queryForList(
                        """
                        select distinct stream from event_parked
                        where subscription = ? and stream = any(?)
                        """,
                        String.class,
                        subscription,
                        streams.toArray(String[]::new)));
    }

    /** Parks events; {@code failure} is null for those that wait behind another. */
    void park(String subscription, List<StoredEvent> events, @Nullable String failure) {
        for (StoredEvent event : events) {
            jdbc.update(
                    """
                    insert into event_parked
                        (subscription, position, stream, event, failure, attempts, parked_at)
                    select ?, ?, ?, (select name from event_type where id = ?), ?, ?, now()
                    """,
                    subscription,
                    event.position,
                    event.stream,
                    event.type,
                    failure,
                    failure == null ? 0 : 1);
        }
        jdbc.update(
                "update subscription_token set parked = parked + ? where name = ?",
                events.size(),
                subscription);
    }

    List<ParkedEvent> parked(String subscription, int most) {
        return jdbc.query(
                """
                select subscription, position, stream, event, failure, attempts, parked_at
                from event_parked where subscription = ? order by position limit ?
                """,
                Tokens::parkedEvent,
                subscription,
                most);
    }

    Optional<ParkedEvent> parkedAt(String subscription, long position) {
        return jdbc
                .query(
                        """
                        select subscription, position, stream, event, failure, attempts, parked_at
                        from event_parked where subscription = ? and position = ?
                        """,
                        Tokens::parkedEvent,
                        subscription,
                        position)
                .stream()
                .findFirst();
    }

    /**
     * Where a subscription stands.
     *
     * @param parked how many events it could not take, with those that wait behind them
     */
    record Standing(long position, int parked) {}

    /** All subscriptions, by name. */
    Map<String, Standing> standings() {
        return jdbc
                .query(
                        "select name, position, parked from subscription_token",
                        (row, n) ->
                                Map.entry(
                                        row.getString(1),
                                        new Standing(row.getLong(2), row.getInt(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The first of a stream. */
    List<Long> parkedPositions(String subscription, String stream, int most) {
        return jdbc.queryForList(
                """
                select position from event_parked where subscription = ? and stream = ?
                order by position limit ?
                """,
                Long.class,
                subscription,
                stream,
                most);
    }

    /** Notes one more failed attempt at the first parked event of a stream. */
    void failed(String subscription, String stream, String failure) {
        jdbc.update(
                """
                update event_parked set failure = ?, attempts = attempts + 1
                where subscription = ? and position =
                    (select min(position) from event_parked where subscription = ? and stream = ?)
                """,
                failure,
                subscription,
                subscription,
                stream);
    }

    /** Forgets parked events. */
    void unpark(String subscription, List<Long> positions) {
        int removed =
                jdbc.update(
                        "delete from event_parked where subscription = ? and position = any(?)",
                        subscription,
                        positions.toArray(Long[]::new));
        jdbc.update(
                "update subscription_token set parked = parked - ? where name = ?",
                removed,
                subscription);
    }

    /** Forgets one parked event, and notes who wanted it so. False when it is not parked. */
    boolean discard(String subscription, long position, String reason, String by) {
        int noted =
                jdbc.update(
                        """
                        insert into event_discarded
                            (subscription, position, stream, event, failure, attempts, parked_at,
                             reason, discarded_by)
                        select subscription, position, stream, event, failure, attempts, parked_at,
                               ?, ?
                        from event_parked where subscription = ? and position = ?
                        """,
                        reason,
                        by,
                        subscription,
                        position);
        unpark(subscription, List.of(position));
        return noted > 0;
    }

    List<DiscardedEvent> discarded(int limit) {
        return jdbc.query(
                """
                select subscription, position, stream, event, failure, reason, discarded_by,
                       discarded_at
                from event_discarded order by discarded_at desc, position desc limit ?
                """,
                (row, number) ->
                        new DiscardedEvent(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()),
                limit);
    }

    private static ParkedEvent parkedEvent(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
