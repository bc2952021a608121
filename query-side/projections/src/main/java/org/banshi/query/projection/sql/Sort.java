package org.banshi.query.projection.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.banshi.query.contract.page.BadQueryException;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows by a column, and by their key where that is equal. Neither may change while a
 * row lives, or a walk by cursor would meet it twice or never.
 *
 * @param name as the query spells it; part of the cursor
 * @param key unique column, text of collation "C" or {@code column} itself
 */
public record Sort(String name, String column, Type type, String key, boolean descending) {

    /** Types of columns to sort by. */
    public enum Type {
        TEXT,
        DATE,
        INSTANT,
        LONG
    }

    String orderBy(String alias) {
        String direction = descending ? " DESC" : "";
        return "%1$s.%2$s%4$s, %1$s.%3$s%4$s".formatted(alias, column, key, direction);
    }

    /** The rows that come after {@code cursor}; all of them without one. */
    Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return Condition.ALL;
        }
        return Cursor.decode(cursor, name, this::after);
    }

    private Condition after(List<String> keys) {
        String beyond = descending ? "<" : ">";
        return column.equals(key)
                ? Condition.of(key + " " + beyond + " ?", parse(keys.get(0)))
                : Condition.of(
                        "(%s, %s) %s (?, ?)".formatted(column, key, beyond),
                        parse(keys.get(0)),
                        clean(keys.get(1)));
    }

    String cursor(ResultSet row) throws SQLException {
        String value =
                type == Type.INSTANT
                        ? row.getTimestamp(column).toInstant().toString()
                        : row.getString(column);
        return new Cursor(name, List.of(value, row.getString(key))).encode();
    }

    private Object parse(String value) {
        return switch (type) {
            case TEXT -> clean(value);
            case DATE -> LocalDate.parse(value);
            case INSTANT -> Instant.parse(value).atOffset(ZoneOffset.UTC);
            case LONG -> Long.parseLong(value);
        };
    }

    private static String clean(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new BadQueryException("cursor");
        }
        return value;
    }
}
