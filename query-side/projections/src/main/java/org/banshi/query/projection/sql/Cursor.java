package org.banshi.query.projection.sql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.banshi.query.contract.page.BadQueryException;

/**
 * Where a page ended: the sort and the values of its keys in the last row. Opaque to clients, and
 * without personal data.
 */
public record Cursor(String sort, List<String> keys) {

    private static final String SEPARATOR = "\n";

    public String encode() {
        String joined = sort + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the keys of a cursor.
     *
     * @param parser makes the wanted type of the keys, throwing whatever it likes when it cannot
     * @throws BadQueryException when the cursor was not given out for {@code sort}
     */
    public static <K> K decode(String cursor, String sort, Function<List<String>, K> parser) {
        try {
            String joined =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(joined.split(SEPARATOR, -1));
            if (!parts.get(0).equals(sort)) {
                throw new BadQueryException("cursor");
            }
            return parser.apply(parts.subList(1, parts.size()));
        } catch (RuntimeException notOurs) {
            throw new BadQueryException("cursor");
        }
    }
}
