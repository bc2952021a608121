package org.banshi.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.banshi.app.platform.Database;
import org.banshi.eventstore.tree.Finding;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.eventstore.tree.Verification;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whether the log of a database that was restored is whole and continues the one backed up. */
final class LogCheck {

    private final Database database;

    LogCheck(Database database) {
        this.database = database;
    }

    /**
     * Looks at it.
     *
     * @param mark a place that it has to agree with
     * @param mayEndBefore whether it need not reach that place
     * @return what is wrong; empty when all is well
     */
    List<String> findings(LogMark mark, boolean mayEndBefore) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (Connection connection = database.connect()) {
            LogMark head = LogMark.head(connection);
            if (head.position() >= mark.position()) {
                if (mark.position() > 0 && !mark.equals(LogMark.at(connection, mark.position()))) {
                    findings.add(
                            "the log at %d is another than was backed up"
                                    .formatted(mark.position()));
                }
            } else if (!mayEndBefore) {
                findings.add(
                        "the log ends at %d, and the backup was made at %d"
                                .formatted(head.position(), mark.position()));
            }
        }
        Verification verification =
                new LogVerifier(
                                new DriverManagerDataSource(
                                        database.url(), database.user(), database.password()))
                        .whole(List.of(), position -> {});
        verification.findings().stream().map(Finding::toString).forEach(findings::add);
        return findings;
    }
}
