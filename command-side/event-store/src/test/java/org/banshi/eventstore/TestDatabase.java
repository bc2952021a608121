package org.banshi.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server for all tests of the module, emptied for each. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** The migrated database, empty; close the pool after use. */
    public static HikariDataSource fresh() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        HikariDataSource pool = new HikariDataSource(config);
        empty(new JdbcTemplate(pool));
        return pool;
    }

    private static void empty(JdbcTemplate jdbc) {
        List<String> tables =
                jdbc.queryForList(
                        "select tablename from pg_tables where schemaname = 'public'",
                        String.class);
        for (String table : tables) {
            if (table.equals("event_heads")) {
                jdbc.execute("truncate event_heads");
                jdbc.update("insert into event_heads values (0, '1970-01-01Z', '{}', sha256(''))");
            } else if (table.startsWith("event_") || table.startsWith("subscription_")) {
                jdbc.execute("truncate " + table + " cascade");
            } else if (!table.startsWith("flyway_")) {
                jdbc.execute("drop table " + table);
            }
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("locale", "C.UTF-8")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "300")
                            .start();
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
