package org.banshi.query.projection.sql;

import java.util.ArrayList;
import java.util.List;
import org.banshi.query.contract.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a page of a list and counts the list in one statement: rows and count rest on the same
 * condition and on the same state of the database.
 */
public final class PageReader {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    public PageReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows of {@code table} that satisfy {@code condition}.
     *
     * @param cursor of the page before
     * @param limit rows at most; brought into 1 to 200
     */
    public <T> Page<T> read(
            String table,
            Condition condition,
            Sort sort,
            @Nullable String cursor,
            int limit,
            RowMapper<T> mapper) {
        int size = size(limit);
        Condition rows = condition.and(sort.after(cursor));
        return jdbc.sql(
                        "SELECT total.n, r.*"
                                + from(table, condition, rows, sort, size + 1)
                                + "ORDER BY "
                                + sort.orderBy("r"))
                .params(condition.parameters())
                .params(rows.parameters())
                .query(
                        result -> {
                            List<T> page = new ArrayList<>();
                            String last = null;
                            String next = null;
                            int count = 0;
                            while (result.next()) {
                                count = result.getInt("n");
                                if (result.getString(sort.key()) == null) {
                                    break;
                                }
                                if (page.size() == size) {
                                    next = last;
                                    break;
                                }
                                page.add(mapper.mapRow(result, page.size()));
                                last = sort.cursor(result);
                            }
                            return new Page<>(page, next, count);
                        });
    }

    /**
     * A word that stays the same while {@link #read} would answer the same rows and count. The rows
     * themselves do not leave the database.
     *
     * @param version a column without nulls that changes whenever its row does
     */
    public String mark(
            String table,
            Condition condition,
            Sort sort,
            @Nullable String cursor,
            int limit,
            String version) {
        Condition rows = condition.and(sort.after(cursor));
        return jdbc.sql(
                        "SELECT md5(total.n || coalesce(string_agg(' ' || r.%1$s || ' ' || r.%2$s, '' ORDER BY r.%1$s), ''))"
                                        .formatted(sort.key(), version)
                                + from(table, condition, rows, sort, size(limit))
                                + "GROUP BY total.n")
                .params(condition.parameters())
                .params(rows.parameters())
                .query(String.class)
                .single();
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }

    /** The list's count as {@code total.n}, and some of its rows as {@code r}. */
    private static String from(
            String table, Condition condition, Condition rows, Sort sort, int limit) {
        return """

                FROM (SELECT count(*) AS n FROM (SELECT FROM %1$s WHERE %2$s LIMIT %3$d) c) total
                LEFT JOIN LATERAL (
                    SELECT * FROM %1$s t WHERE %4$s ORDER BY %5$s LIMIT %6$d) r ON TRUE
                """
                .formatted(
                        table,
                        condition.sql(),
                        Page.COUNT_LIMIT,
                        rows.sql(),
                        sort.orderBy("t"),
                        limit);
    }
}
