package org.banshi.app.audit;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.Setting;
import org.banshi.eventstore.tree.CheckpointKey;
import org.banshi.eventstore.tree.Checkpoints;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What commands and pages have in common. */
final class Auditing {

    private Auditing() {}

    static Checkpoints checkpoints(DataSource dataSource, Path data) {
        return new Checkpoints(
                new JdbcTemplate(dataSource),
                key(data),
                Setting.of("banshi.origin").orElse("banshi"),
                Clock.systemUTC());
    }

    static CheckpointKey key(Path data) {
        return CheckpointKey.in(data.resolve("keys"));
    }

    static DataSource source(Database database) {
        DriverManagerDataSource source = new DriverManagerDataSource(database.url());
        if (database.user() != null) {
            source.setUsername(database.user());
        }
        if (database.password() != null) {
            source.setPassword(database.password());
        }
        return source;
    }
}
