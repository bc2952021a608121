package org.banshi.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/**
 * What officers can filter their work by beside what every case has: choices, small numbers and
 * months of days that a form asks for and that its package offers for it ({@code x-ui.filter}). A
 * facet is written {@code field=value}; it stands in the read model in the clear, so that nothing
 * that tells of a person is offered.
 */
public final class Facets {

    /** The hint on a field. */
    public static final String HINT = "filter";

    /** Most that a number may come to. */
    public static final int MOST = 30;

    private static final Pattern FACET =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*=[A-Za-z0-9_-]{1,60}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MONTH = "yyyy-MM".length();

    private Facets() {}

    /** Whether it is written like one. */
    public static boolean isOne(String facet) {
        return FACET.matcher(facet).matches();
    }

    /** Names of the fields that a form offers. */
    public static Set<String> offered(JsonNode schema) {
        Set<String> offered = new LinkedHashSet<>();
        schema.path("properties")
                .properties()
                .forEach(
                        field -> {
                            if (field.getValue().path("x-ui").path(HINT).asBoolean()) {
                                offered.add(field.getKey());
                            }
                        });
        return offered;
    }

    /** Those of a form that was filled in. */
    public static List<String> of(Set<String> offered, FormData data) {
        List<String> facets = new ArrayList<>();
        for (String field : offered) {
            String facet = field + "=" + word(data.values().get(field));
            if (isOne(facet)) {
                facets.add(facet);
            }
        }
        return facets;
    }

    /** What a value is found by; empty where it is none to be found by. */
    private static String word(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String text) {
            return DAY.matcher(text).matches() ? text.substring(0, MONTH) : text;
        }
        return "";
    }
}
