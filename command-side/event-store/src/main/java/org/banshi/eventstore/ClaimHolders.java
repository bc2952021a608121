package org.banshi.eventstore;

import java.util.Optional;
import org.banshi.command.contract.claim.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds a claim, as committed. A transaction does not see what it is about to claim itself. */
public final class ClaimHolders {

    private final JdbcClient jdbc;

    public ClaimHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Name of the stream that holds {@code claim}; empty where it is free. */
    public Optional<String> holder(Claim claim) {
        return jdbc.sql(
                        """
                        SELECT s.name FROM event_claim c JOIN event_stream s ON s.id = c.stream
                        WHERE c.kind = ? AND c.key = ?""")
                .params(claim.kind(), claim.key())
                .query(String.class)
                .optional();
    }
}
