package org.banshi.query.projection.progress;

import java.util.Optional;
import org.banshi.command.contract.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which application has a number. Says nothing else of it, so that nobody's scope is needed. */
public final class CaseNumbers {

    private final JdbcClient jdbc;

    public CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ApplicationId> find(String number) {
        return jdbc.sql("SELECT application FROM progress WHERE number = ?")
                .param(number)
                .query((row, n) -> new ApplicationId(row.getString(1)))
                .optional();
    }
}
