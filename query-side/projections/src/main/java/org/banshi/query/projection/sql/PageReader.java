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
        int size = Math.max(1, Math.min(limit, MOST));
        Condition rows = condition.and(sort.after(cursor));
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.addAll(rows.parameters());
        String sql =
                """
                SELECT total.n, r.*
                FROM (SELECT count(*) AS n FROM (SELECT FROM %1$s WHERE %2$s LIMIT %3$d) c) total
                LEFT JOIN LATERAL (
                    SELECT * FROM %1$s t WHERE %4$s ORDER BY %5$s LIMIT %6$d) r ON TRUE
                ORDER BY %7$s
                """
                        .formatted(
                                table,
                                condition.sql(),
                                Page.COUNT_LIMIT,
                                rows.sql(),
                                sort.orderBy("t"),
                                size + 1,
                                sort.orderBy("r"));
        return jdbc.sql(sql)
                .params(parameters)
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
}
