package org.banshi.web.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields are asked, given the answers beside them. */
final class Conditions {

    private Conditions() {}

    /** Whether a field is asked while its neighbours have these values. */
    static boolean asked(SchemaNode field, Map<String, ? extends @Nullable Object> neighbours) {
        SchemaNode.Condition condition = field.condition();
        if (condition == null) {
            return true;
        }
        Object value = neighbours.get(condition.field());
        if (value instanceof List<?> several) {
            return several.stream()
                    .anyMatch(one -> condition.values().contains(String.valueOf(one)));
        }
        return value != null && condition.values().contains(String.valueOf(value));
    }
}
