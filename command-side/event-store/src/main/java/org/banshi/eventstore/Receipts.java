package org.banshi.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What requests with an idempotency key led to. */
public final class Receipts {

    /**
     * @param hash of the request
     * @param stream that it wrote to first, or what else it was about
     * @param position of its last event; 0 where it led to none
     * @param answer what was answered where no event can tell, or null
     */
    public record Receipt(String hash, String stream, long position, @Nullable String answer) {

        /** Of a request that led to events. */
        public Receipt(String hash, String stream, long position) {
            this(hash, stream, position, null);
        }
    }

    /** Receipts that are forgotten in one statement: those who append wait for none of it. */
    private static final int AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;
    private final DiskBarrier disk;

    Receipts(DataSource dataSource, DiskBarrier disk) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.disk = disk;
    }

    /**
     * Asked before a command is sent again, so that a repeated request gets its first answer and
     * not a refusal. What it led to is on disk.
     *
     * @param key scoped to its account
     */
    public Optional<Receipt> find(String key) {
        return disk.read(() -> stored(key), it -> it.map(Receipt::position).orElse(0L));
    }

    private Optional<Receipt> stored(String key) {
        return jdbc
                .query(
                        "select request_hash, stream, position, answer from event_receipt where key"
                                + " = ?",
                        (row, number) ->
                                new Receipt(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4)),
                        key)
                .stream()
                .findFirst();
    }

    /**
     * Forgets those of requests before a moment: the same key counts as a new one then.
     *
     * @param before record time
     * @return how many there were
     */
    public int forget(Instant before) {
        int forgotten = 0;
        int some;
        do {
            some =
                    jdbc.update(
                            """
                            delete from event_receipt where key in (
                                select key from event_receipt where recorded_at < ?
                                order by recorded_at limit ?)
                            """,
                            OffsetDateTime.ofInstant(before, ZoneOffset.UTC),
                            AT_ONCE);
            forgotten += some;
        } while (some == AT_ONCE);
        return forgotten;
    }

    /**
     * Keeps the answer to a request that led to no event. An event's receipt is kept with the
     * event.
     *
     * @param key scoped to its account
     * @param hash of the request
     * @param about what the request was about
     * @return false when the key was used before; then that request's receipt stays
     */
    public boolean keep(String key, String hash, String about, String answer) {
        return jdbc.update(
                        "insert into event_receipt"
                                + " (key, request_hash, stream, position, recorded_at, answer)"
                                + " values (?, ?, ?, 0, clock_timestamp(), ?)"
                                + " on conflict (key) do nothing",
                        key,
                        hash,
                        about,
                        answer)
                == 1;
    }
}
