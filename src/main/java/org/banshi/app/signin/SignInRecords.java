package org.banshi.app.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who tried to log in when, how, and whether it went well (ASVS 5.0 16.3.1). */
final class SignInRecords {

    private final JdbcClient jdbc;
    private final Journal journal;

    SignInRecords(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Where attempts are kept for good: this table is for the pages. */
    @FunctionalInterface
    interface Journal {
        /**
         * @param account empty where there is none of the name that was typed
         */
        void note(String account, String way, boolean right);
    }

    /** What was offered as a proof. */
    enum Way {
        PASSWORD,
        CODE,
        PASSKEY,
        PROVIDER,
        FACE
    }

    /** What came of it. */
    enum Outcome {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    record Entry(Instant at, Way way, Outcome outcome) {}

    /** Writes an attempt down; of an account that is not there without its name. */
    void add(String account, Way way, Outcome outcome) {
        String known =
                jdbc.sql(
                                """
                                INSERT INTO sign_in_record (account, way, outcome)
                                VALUES ((SELECT account FROM account WHERE account = ?), ?, ?)
                                RETURNING coalesce(account, '')
                                """)
                        .params(
                                AccountNames.fits(account) ? account : "",
                                way.name(),
                                outcome.name())
                        .query(String.class)
                        .single();
        journal.note(known, way.name(), outcome == Outcome.RIGHT);
    }

    /**
     * Deletes what no page shows any more: the journal of access keeps it longer. The oldest come
     * first, and only so many at once.
     */
    void sweep() {
        jdbc.sql(
                        """
                        DELETE FROM sign_in_record WHERE at < now() - interval '184 days' AND id IN
                            (SELECT id FROM sign_in_record ORDER BY id LIMIT 50000)
                        """)
                .update();
    }

    /** The newest of an account, newest first; of accounts that are not there for null. */
    List<Entry> newest(@Nullable String account, int limit) {
        return jdbc.sql(
                        """
                        SELECT at, way, outcome FROM sign_in_record
                        WHERE account IS NOT DISTINCT FROM ? ORDER BY id DESC LIMIT ?
                        """)
                .params(account, limit)
                .query(
                        (row, number) ->
                                new Entry(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        Way.valueOf(row.getString("way")),
                                        Outcome.valueOf(row.getString("outcome"))))
                .list();
    }
}
