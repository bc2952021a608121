package org.banshi.eventstore;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Cuts the connection around one call, so that its reply never arrives. */
public final class FaultyDataSource extends DelegatingDataSource {

    public enum Moment {
        BEFORE,
        AFTER
    }

    private static final String COMMIT = "commit";

    private final AtomicInteger faults = new AtomicInteger();
    private volatile @Nullable String target;
    private volatile Moment moment = Moment.AFTER;
    private volatile boolean refusing;

    public FaultyDataSource(DataSource target) {
        super(target);
    }

    /**
     * @param word of the SQL, or {@code commit}
     */
    public void loseReplyOf(String word, Moment when) {
        moment = when;
        target = word;
    }

    public void refuseConnections() {
        refusing = true;
    }

    public void heal() {
        refusing = false;
        target = null;
    }

    public int faults() {
        return faults.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refusing) {
            throw new SQLException("refused", "08001");
        }
        Connection connection = super.getConnection();
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        PreparedStatement statement =
                                (PreparedStatement) call(connection, method, arguments);
                        String sql = (String) arguments[0];
                        return proxy(
                                PreparedStatement.class,
                                (it, inner, values) ->
                                        inner.getName().startsWith("execute")
                                                ? faulty(
                                                        sql,
                                                        connection,
                                                        () -> call(statement, inner, values))
                                                : call(statement, inner, values));
                    }
                    if (method.getName().equals("commit")) {
                        return faulty(
                                COMMIT, connection, () -> call(connection, method, arguments));
                    }
                    return call(connection, method, arguments);
                });
    }

    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    private @Nullable Object faulty(String sql, Connection connection, Call call) throws Throwable {
        String word = target;
        if (word == null || !(word.equals(COMMIT) ? sql.equals(COMMIT) : sql.contains(word))) {
            return call.run();
        }
        target = null;
        faults.incrementAndGet();
        if (moment == Moment.AFTER) {
            call.run();
        }
        connection.abort(Runnable::run);
        throw new SQLException("connection lost", "08006");
    }

    private static @Nullable Object call(
            Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
