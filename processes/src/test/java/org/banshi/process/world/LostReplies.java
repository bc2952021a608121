package org.banshi.process.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A network that can lose the reply to the next commit of this thread. */
public final class LostReplies {

    private final ThreadLocal<Boolean> loseNext = ThreadLocal.withInitial(() -> false);

    /** The next commit on this thread takes place, but its reply never arrives. */
    public void loseNext() {
        loseNext.set(true);
    }

    DataSource around(DataSource pool) {
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
                                    throw new SQLException("connection lost", "08006");
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
