package org.banshi.query.projection.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.banshi.query.projection.sql.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that are read from, changed by one statement a batch and table. */
public final class LiveRows implements RowStore {

    private final JdbcTemplate jdbc;
    private final Map<RowType<?>, Upsert> upserts = new ConcurrentHashMap<>();

    public LiveRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public <R> void read(
            RowType<R> type, String column, Collection<String> values, Consumer<R> found) {
        jdbc.query(
                "SELECT %s FROM %s WHERE %s = ANY (?)"
                        .formatted(String.join(", ", type.names()), type.table(), column),
                row -> {
                    found.accept(type.reader().read(row));
                },
                (Object) values.toArray(String[]::new));
    }

    @Override
    public void write(
            RowType<?> type, Iterable<@Nullable Object[]> rows, Collection<String> replaced) {
        List<@Nullable Object[]> all = new ArrayList<>();
        rows.forEach(all::add);
        upserts.computeIfAbsent(
                        type,
                        it -> Upsert.overwriting(it.table(), it.columns().toArray(String[]::new)))
                .write(jdbc, all);
    }

    @Override
    public int keeps() {
        return 0;
    }
}
