package org.banshi.process.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A network that can lose the reply to the next commit of this thread. */
public final class LostReplies {

    private @Nullable DataSource pool;
    private final ThreadLocal<Boolean> loseNext = ThreadLocal.withInitial(() -> false);

    /** The next commit on this thread takes place, but its reply never arrives. */
    public void loseNext() {
        loseNext.set(true);
    }

    /** Ends the connection's server process; the pool learns of it as the connection is used. */
    public static void kill(DataSource dataSource, int pid) {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ", 5000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void lose(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            kill(Objects.requireNonNull(pool), row.getInt(1));
            statement.execute("SELECT 1");
        }
    }

    DataSource around(DataSource realPool) {
        pool = realPool;
        return proxied(realPool);
    }

    private DataSource proxied(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                return wrap(super.getConnection());
            }
        };
    }

    private Connection wrap(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(connection, arguments);
                                if (method.getName().equals("commit") && loseNext.get()) {
                                    loseNext.set(false);
                                    lose(connection);
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
