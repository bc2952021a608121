package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.banshi.query.projection.sql.PlannedAnew;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The server may plan once and for all only what it keeps. */
class PlannedAnewTest {

    /** More uses than the driver waits for before it has the server keep a statement. */
    private static final int USES = 8;

    @Test
    void the_server_keeps_no_statement_that_is_planned_anew() throws SQLException {
        try (Connection connection = TestDatabase.shared().getConnection()) {
            var database = new SingleConnectionDataSource(connection, true);
            JdbcTemplate usual = new JdbcTemplate(database);

            ask(new PlannedAnew(database), "wide");
            ask(usual, "narrow");

            assertThat(
                            usual.queryForList(
                                    "SELECT statement FROM pg_prepared_statements", String.class))
                    .anyMatch(kept -> kept.contains("AS narrow"))
                    .noneMatch(kept -> kept.contains("AS wide"));
        }
    }

    private static void ask(JdbcTemplate template, String name) {
        JdbcClient client = JdbcClient.create(template);
        for (int i = 0; i < USES; i++) {
            client.sql("SELECT count(*) AS " + name + " FROM work_item WHERE number LIKE ?")
                    .param("%" + i)
                    .query(Long.class)
                    .single();
        }
    }
}
