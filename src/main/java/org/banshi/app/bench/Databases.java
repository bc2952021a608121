package org.banshi.app.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.banshi.app.platform.Database;
import org.flywaydb.core.Flyway;

/** The databases that are measured on. */
final class Databases {

    private Databases() {}

    /** A database of its own for each group: no log holds another group's events. */
    static Database created(Database database, String name) throws SQLException {
        try (HikariDataSource pool = pool(database, 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        String url = database.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
        return new Database(url, database.user(), database.password());
    }

    /** Connections to a database that has all tables. */
    static HikariDataSource migrated(Database database, int connections) {
        HikariDataSource pool = pool(database, connections);
        Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
        return pool;
    }

    static HikariDataSource pool(Database database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
        return new HikariDataSource(config);
    }
}
