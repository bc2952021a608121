package org.banshi.app.bench;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.eventstore.tree.Verification;

/** The whole log verified: leaves, tree, groups, chain, streams. */
final class LogVerification implements Workload {

    private final LogVerifier verifier;

    LogVerification(DataSource database) {
        verifier = new LogVerifier(database);
    }

    @Override
    public int run(int caller) throws SQLException {
        Verification verification = verifier.whole(List.of(), position -> {});
        if (!verification.good()) {
            throw new IllegalStateException(verification.findings().get(0).toString());
        }
        return Math.toIntExact(verification.events());
    }
}
