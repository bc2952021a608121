package org.banshi.app.audit.look;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps looks in a table that nothing is altered in. */
@Component
class StoredLooks implements Looks {

    /** A purpose lasts for a day's work. */
    private static final Duration LASTING = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock = Clock.systemUTC();

    StoredLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Purpose> purpose(String account) {
        return jdbc.sql(
                        """
                        select reference, reason, stated_at from audit_purpose
                        where account = ? and stated_at > ?
                        """)
                .params(account, clock.instant().minus(LASTING).atOffset(ZoneOffset.UTC))
                .query(
                        (row, n) ->
                                new Purpose(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    @Override
    public void state(String account, String reference, String reason) {
        if (!Purpose.fits(reference, reason)) {
            throw new IllegalArgumentException("no purpose");
        }
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into audit_purpose (account, reference, reason, stated_at)
                        values (?, ?, ?, ?)
                        on conflict (account) do update set reference = excluded.reference,
                            reason = excluded.reason, stated_at = excluded.stated_at
                        """)
                .params(account, reference, reason, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void end(String account) {
        jdbc.sql("delete from audit_purpose where account = ?").param(account).update();
    }

    @Override
    public void record(String account, Look look, @Nullable Purpose purpose) {
        jdbc.sql(
                        """
                        insert into audit_look (account, kind, object, position, reference, reason)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(1, account)
                .param(2, look.kind().name())
                .param(3, look.object())
                .param(4, look.position())
                .param(5, purpose == null ? null : purpose.reference())
                .param(6, purpose == null ? null : purpose.reason())
                .update();
    }
}
