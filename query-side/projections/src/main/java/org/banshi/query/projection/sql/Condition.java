package org.banshi.query.projection.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A SQL condition with its parameters. The text never holds a value that came from outside.
 *
 * @param sql with a {@code ?} for each parameter
 */
public record Condition(String sql, List<Object> parameters) {

    public static final Condition ALL = new Condition("TRUE", List.of());
    public static final Condition NONE = new Condition("FALSE", List.of());

    public Condition {
        parameters = List.copyOf(parameters);
    }

    public static Condition of(String sql, Object... parameters) {
        return new Condition(sql, List.of(parameters));
    }

    public Condition and(Condition other) {
        return join(" AND ", List.of(this, other));
    }

    /** True where one of {@code conditions} is; false without any. */
    public static Condition any(List<Condition> conditions) {
        return conditions.isEmpty() ? NONE : join(" OR ", conditions);
    }

    private static Condition join(String word, List<Condition> conditions) {
        List<Object> all = new ArrayList<>();
        conditions.forEach(condition -> all.addAll(condition.parameters));
        return new Condition(
                conditions.stream().map(Condition::sql).collect(Collectors.joining(word, "(", ")")),
                all);
    }
}
