package org.banshi.query.projection;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps a projection's reader and the swap of its tables apart. The reader passes before it touches
 * a table, so that the two can't wait for each other; readers of pages never pass here.
 */
public final class SwapGate {

    private SwapGate() {}

    static void passShared(JdbcTemplate jdbc, String projection) {
        pass("pg_advisory_xact_lock_shared", jdbc, projection);
    }

    /** Waits for the batch in hand, and holds up the next ones until the transaction ends. */
    public static void close(JdbcTemplate jdbc, String projection) {
        pass("pg_advisory_xact_lock", jdbc, projection);
    }

    private static void pass(String lock, JdbcTemplate jdbc, String projection) {
        jdbc.query(
                "SELECT " + lock + "(hashtextextended(?, 0))",
                row -> {},
                "banshi.projection." + projection);
    }
}
