package org.banshi.catalogue.points;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one indicator, read with care: what is missing, or was erased, is as if
 * it were never claimed.
 */
record Facts(Map<String, ? extends @Nullable Object> values) {

    @Nullable LocalDate day(String name) {
        return dayOf(values.get(name));
    }

    /** The number, 0 where there is none. */
    BigDecimal number(String name) {
        return values.get(name) instanceof Number number
                ? new BigDecimal(number.toString())
                : BigDecimal.ZERO;
    }

    boolean holds(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    String word(String name) {
        return values.get(name) instanceof String word ? word : "";
    }

    /** The days of a list; what is no day is left out. */
    Stream<LocalDate> days(String name) {
        return list(name).map(Facts::dayOf).flatMap(Stream::ofNullable);
    }

    /** The rows of a list. */
    Stream<Facts> rows(String name) {
        return list(name).filter(Map.class::isInstance).map(it -> new Facts(row(it)));
    }

    private Stream<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list.stream() : Stream.empty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> row(Object row) {
        return (Map<String, @Nullable Object>) row;
    }

    private static @Nullable LocalDate dayOf(@Nullable Object value) {
        try {
            return value == null ? null : LocalDate.parse(value.toString());
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
