package org.banshi.query.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of a rebuild, which have no indexes yet: rows are copied in. One that must be replaced
 * or looked up brings about an index for that alone.
 */
final class BulkRows implements RowStore {

    /** A case in hand takes some 3 kB. */
    private static final int KEEPS = 10_000;

    private static final int BUFFER = 1 << 16;

    private final JdbcTemplate jdbc;
    private final ShadowTables tables;

    BulkRows(JdbcTemplate jdbc, ShadowTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public <R> void read(
            RowType<R> type, String column, Collection<String> values, Consumer<R> found) {
        tables.lookUpBy(type.table(), column);
        jdbc.query(
                "SELECT %s FROM %s WHERE %s = ANY (?)"
                        .formatted(
                                String.join(", ", type.names()),
                                tables.shadow(type.table()),
                                column),
                row -> {
                    found.accept(type.reader().read(row));
                },
                (Object) values.toArray(String[]::new));
    }

    @Override
    public void write(
            RowType<?> type, Iterable<@Nullable Object[]> rows, Collection<String> replaced) {
        if (!replaced.isEmpty()) {
            tables.lookUpBy(type.table(), type.key());
            jdbc.update(
                    "DELETE FROM %s WHERE %s = ANY (?)"
                            .formatted(tables.shadow(type.table()), type.key()),
                    (Object) replaced.toArray(String[]::new));
        }
        String copy =
                "COPY %s (%s) FROM STDIN"
                        .formatted(tables.shadow(type.table()), String.join(", ", type.names()));
        jdbc.execute(
                (ConnectionCallback<Void>)
                        connection -> {
                            copy(connection, copy, rows);
                            return null;
                        });
    }

    /** The server takes in what was sent while the next rows are made. */
    private static void copy(Connection connection, String sql, Iterable<@Nullable Object[]> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            CopyText text = new CopyText();
            for (@Nullable Object[] row : rows) {
                text.append(row);
                if (text.length() > BUFFER) {
                    copy.writeToCopy(text.bytes(), 0, text.length());
                    text.clear();
                }
            }
            copy.writeToCopy(text.bytes(), 0, text.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public int keeps() {
        return KEEPS;
    }
}
