package org.banshi.query.projection.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
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
    public <R> void read(RowType<R> type, Collection<String> keys, Consumer<R> found) {
        tables.lookUpBy(type.table(), type.key());
        jdbc.query(
                "SELECT %s FROM %s WHERE %s = ANY (?)"
                        .formatted(
                                String.join(", ", type.names()),
                                tables.shadow(type.table()),
                                type.key()),
                row -> {
                    found.accept(type.reader().read(row));
                },
                (Object) keys.toArray(String[]::new));
    }

    @Override
    public void write(RowType<?> type, List<@Nullable Object[]> rows, Collection<String> replaced) {
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

    private static void copy(Connection connection, String sql, List<@Nullable Object[]> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            StringBuilder text = new StringBuilder(BUFFER + BUFFER / 4);
            for (@Nullable Object[] row : rows) {
                append(text, row);
                if (text.length() > BUFFER) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void append(StringBuilder text, @Nullable Object[] row) {
        for (int column = 0; column < row.length; column++) {
            if (column > 0) {
                text.append('\t');
            }
            Object value = row[column];
            if (value == null) {
                text.append("\\N");
            } else {
                escape(text, value.toString());
            }
        }
        text.append('\n');
    }

    private static void escape(StringBuilder text, String value) {
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ') {
                text.append(value, plain, i);
                plain = i + 1;
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    case '\t' -> text.append("\\t");
                    default -> text.append(c);
                }
            }
        }
        text.append(value, plain, value.length());
    }

    @Override
    public int keeps() {
        return KEEPS;
    }
}
