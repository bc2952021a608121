package org.banshi.app.transfer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.banshi.app.Launch;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.flywaydb.core.Flyway;

/** The database of this installation without the application; close it after. */
record LogDatabase(DatabaseHost host, HikariDataSource pool) implements AutoCloseable {

    private static final int CONNECTIONS = 3;

    /**
     * @throws org.banshi.app.platform.StartUpException when there is none, or a running Banshi owns
     *     it
     */
    static LogDatabase open() {
        DatabaseHost host = DatabaseHost.open(Launch.data());
        try {
            HikariDataSource pool = pool(host.database());
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
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
