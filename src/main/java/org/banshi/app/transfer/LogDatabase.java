package org.banshi.app.transfer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import org.banshi.app.Launch;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of this installation without the application; close it after. */
record LogDatabase(DatabaseHost host, HikariDataSource pool) implements AutoCloseable {

    private static final int CONNECTIONS = 3;

    /**
     * With the tables as they are: nodes of an older version may serve from them.
     *
     * @throws org.banshi.app.platform.StartUpException when there is none, a running Banshi owns
     *     it, or it has no log
     */
    static LogDatabase asItIs() {
        return open(LogDatabase::checkLog);
    }

    private static void checkLog(HikariDataSource pool) {
        boolean there =
                JdbcClient.create(pool)
                        .sql("select to_regclass('event_log') is not null")
                        .query(Boolean.class)
                        .single();
        if (!there) {
            throw new StartUpException("there is no log in this database");
        }
    }

    /**
     * With the tables of this version.
     *
     * @throws org.banshi.app.platform.StartUpException when there is none, or a running Banshi owns
     *     it
     */
    static LogDatabase migrated() {
        return open(LogDatabase::migrate);
    }

    private static void migrate(HikariDataSource pool) {
        // Would warn of the order that is chosen below.
        LoggingSystem.get(LogDatabase.class.getClassLoader())
                .setLogLevel("org.flywaydb.core.internal.command.DbMigrate", LogLevel.ERROR);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                // Each module has numbers of its own, as at a start.
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static LogDatabase open(Consumer<HikariDataSource> preparing) {
        DatabaseHost host = DatabaseHost.open(Launch.data());
        try {
            HikariDataSource pool = pool(host.database());
            try {
                preparing.accept(pool);
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
            return new LogDatabase(host, pool);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private static HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        try {
            pool.close();
        } finally {
            host.close();
        }
    }
}
