package org.banshi.app.bench;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A log with many events in it, as large as real ones, whose content nobody reads: to see what
 * appending costs when much is stored already. The read model's token stands at its end.
 */
final class FilledLog {

    private static final int AT_ONCE = 100_000;

    private FilledLog() {}

    /** Four events a stream; the Merkle tree's frontier is as long as it would be. */
    static void fill(DataSource database, int events) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (int from = 0; from < events; from += AT_ONCE) {
            jdbc.update(
                    """
                    INSERT INTO event_stream (id, type, name)
                    SELECT -n, 'SmallCase', gen_random_uuid()::text
                    FROM generate_series(?::bigint, ?::bigint) n
                    """,
                    from / 4,
                    (from + AT_ONCE) / 4 - 1);
            jdbc.update(
                    """
                    INSERT INTO event_log (position, recorded_at, stream, sequence, type, revision, id,
                                           payload, metadata, leaf)
                    SELECT n + 1, now(), -(n / 4), n % 4, 1, 1, gen_random_uuid(), repeat('x', 400),
                           repeat('m', 100), sha256(n::text::bytea)
                    FROM generate_series(?::bigint, ?::bigint) n
                    """,
                    from, from + AT_ONCE - 1);
        }
        jdbc.update(
                """
                INSERT INTO event_heads
                SELECT ?, now(), array_agg(sha256(n::text::bytea)), sha256('')
                FROM generate_series(0, 31) n
                """,
                events);
        jdbc.update(
                "INSERT INTO subscription_token (name, position) VALUES (?, ?)",
                StoreCommands.VIEW,
                events);
        jdbc.execute("ANALYZE");
        jdbc.execute("CHECKPOINT");
    }
}
