package org.banshi.query.projection.fold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are stored.
 *
 * @param table its name, without schema
 * @param columns each {@code name type}, the primary key first
 * @param key the column, text and unique, by which a fold finds its rows
 * @param reader of a row that holds {@code columns}
 * @param writer gives the values in the order of {@code columns}
 */
public record RowType<R>(
        String table, List<String> columns, String key, Reader<R> reader, Writer<R> writer) {

    /** A row from the database. */
    public interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** A row to the database; each value is written by its {@code toString}. */
    public interface Writer<R> {
        @Nullable Object[] write(R row);
    }

    /** Rows that are only ever added, never read by a fold. */
    public static <R> RowType<R> added(String table, List<String> columns) {
        return new RowType<>(
                table,
                columns,
                columns.get(0).split(" ", 2)[0],
                row -> {
                    throw new IllegalStateException("rows of " + table + " are only added");
                },
                row -> {
                    throw new IllegalStateException("rows of " + table + " are made of events");
                });
    }

    /** Names of the columns. */
    public List<String> names() {
        return columns.stream().map(column -> column.split(" ", 2)[0]).toList();
    }
}
