package org.banshi.eventstore;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What requests with an idempotency key led to. */
public final class Receipts {

    /**
     * @param hash of the request
     * @param stream that it wrote to first
     * @param position of its last event
     */
    public record Receipt(String hash, String stream, long position) {}

    private final JdbcTemplate jdbc;

    Receipts(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Asked before a command is sent again, so that a repeated request gets its first answer and
     * not a refusal.
     *
     * @param key scoped to its account
     */
    public Optional<Receipt> find(String key) {
        return jdbc
                .query(
                        "select request_hash, stream, position from event_receipt where key = ?",
                        (row, number) ->
                                new Receipt(row.getString(1), row.getString(2), row.getLong(3)),
                        key)
                .stream()
                .findFirst();
    }
}
