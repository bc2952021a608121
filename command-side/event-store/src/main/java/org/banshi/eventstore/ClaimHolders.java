package org.banshi.eventstore;

import java.util.List;
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

    /**
     * Names of the streams that hold claims of a kind whose keys begin so, at most a hundred.
     *
     * @param beginning with its separator, so that no other key begins alike
     */
    public List<String> holders(String kind, String beginning) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT s.name FROM event_claim c
                        JOIN event_stream s ON s.id = c.stream
                        WHERE c.kind = ? AND starts_with(c.key, ?) LIMIT 100""")
                .params(kind, beginning)
                .query(String.class)
                .list();
    }
}
