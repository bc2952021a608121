package org.banshi.query.projection.sql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes any number of rows in one statement: the columns travel as arrays, so that the statement's
 * text, and with it the server's plan, is the same for every batch.
 */
public final class Upsert {

    private final String sql;
    private final int width;

    private Upsert(String sql, int width) {
        this.sql = sql;
        this.width = width;
    }

    /**
     * Rows of {@code table}; one that is there already is overwritten.
     *
     * @param columns each {@code name type}, the key first
     */
    public static Upsert overwriting(String table, String... columns) {
        String assignments =
                Arrays.stream(columns)
                        .skip(1)
                        .map(column -> name(column) + " = excluded." + name(column))
                        .collect(Collectors.joining(", "));
        return of(table, "DO UPDATE SET " + assignments, columns);
    }

    /** Rows of {@code table}; one that is there already stays as it is. */
    public static Upsert keeping(String table, String... columns) {
        return of(table, "DO NOTHING", columns);
    }

    private static Upsert of(String table, String conflict, String... columns) {
        String names = Arrays.stream(columns).map(Upsert::name).collect(Collectors.joining(", "));
        String values =
                Arrays.stream(columns)
                        .map(column -> "v." + name(column) + "::" + column.split(" ", 2)[1])
                        .collect(Collectors.joining(", "));
        String arrays =
                Arrays.stream(columns).map(column -> "?::text[]").collect(Collectors.joining(", "));
        return new Upsert(
                "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS v(%s) ON CONFLICT (%s) %s"
                        .formatted(table, names, values, arrays, names, name(columns[0]), conflict),
                columns.length);
    }

    private static String name(String column) {
        return column.split(" ", 2)[0];
    }

    /** Writes the rows; nothing where there are none. No key may come twice. */
    public void write(JdbcTemplate jdbc, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    for (int column = 0; column < width; column++) {
                        String[] values = new String[rows.size()];
                        for (int row = 0; row < values.length; row++) {
                            Object value = rows.get(row)[column];
                            values[row] = value == null ? null : value.toString();
                        }
                        statement.setArray(column + 1, connection.createArrayOf("text", values));
                    }
                    return statement;
                });
    }
}
