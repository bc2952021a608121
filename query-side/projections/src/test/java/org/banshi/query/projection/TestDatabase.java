package org.banshi.query.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server for the module. */
final class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Migrated {
        static final String NAME = migrated();

        private static String migrated() {
            String name = "migrated";
            administer("CREATE DATABASE " + name);
            Flyway.configure()
                    .dataSource(Server.POSTGRES.getDatabase("postgres", name))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return name;
        }
    }

    private static void administer(String sql) {
        new JdbcTemplate(Server.POSTGRES.getPostgresDatabase()).execute(sql);
    }

    /** A database with all tables, empty. */
    static HikariDataSource create() {
        String name = "test_" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name + " TEMPLATE " + Migrated.NAME);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Server.POSTGRES.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** The database of tests that follow one another, each of which begins by emptying it. */
    static HikariDataSource shared() {
        return Shared.DATABASE;
    }

    private static final class Shared {
        static final HikariDataSource DATABASE = create();
    }
}
