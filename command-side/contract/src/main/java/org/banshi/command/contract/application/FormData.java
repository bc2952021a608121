package org.banshi.command.contract.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in, as JSON values by name. Decimal numbers are {@link java.math.BigDecimal}.
 *
 * @param values never modified after construction
 */
public record FormData(@JsonValue Map<String, @Nullable Object> values) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FormData {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static FormData empty() {
        return new FormData(Map.of());
    }

    /** This data with the entries of {@code changes} put over it. */
    public FormData with(FormData changes) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(values);
        merged.putAll(changes.values);
        return new FormData(merged);
    }

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "FormData" + values.keySet();
    }
}
