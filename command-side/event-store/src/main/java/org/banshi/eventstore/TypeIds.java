package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.banshi.eventstore.codec.UnreadableEventException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Numbers of stored names, as table {@code event_type} gives them. */
final class TypeIds {

    private final DataSource dataSource;
    private final Map<String, Short> ids = new ConcurrentHashMap<>();
    private final Map<Short, String> names = new ConcurrentHashMap<>();

    /** Gives numbers to the names that have none yet. */
    TypeIds(DataSource dataSource, Set<String> known) {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            load(connection);
            if (!ids.keySet().containsAll(known)) {
                register(connection, known);
                load(connection);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("types of events can't be read", e);
        }
    }

    short idOf(String name) {
        Short id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name + " has no number");
        }
        return id;
    }

    /**
     * @throws UnreadableEventException when the database does not know the number either
     */
    String nameOf(short id) {
        String name = names.get(id);
        if (name == null) {
            try (Connection connection = dataSource.getConnection()) {
                load(connection);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("types of events can't be read", e);
            }
            name = names.get(id);
        }
        if (name == null) {
            throw new UnreadableEventException("number " + id, "has no name");
        }
        return name;
    }

    private void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, name from event_type")) {
            while (rows.next()) {
                ids.put(rows.getString(2), rows.getShort(1));
                names.put(rows.getShort(1), rows.getString(2));
            }
        }
    }

    /** Another node may do the same at the same time. */
    private static void register(Connection connection, Set<String> known) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into event_type (id, name)
                                select (select coalesce(max(id), 0) from event_type)
                                           + row_number() over (order by n.name), n.name
                                from unnest(?) n (name)
                                where not exists (select from event_type t where t.name = n.name)
                                """)) {
            lock.execute("lock table event_type in share row exclusive mode");
            insert.setArray(1, connection.createArrayOf("text", known.toArray()));
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
