package org.banshi.catalogue.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML or JSON file, with its place.
 *
 * @param file path within the package
 * @param line counted from 1; of an entry's value, the line of its key
 * @param text the scalar as written, null for maps, lists and null
 * @param content a Map of String to Located, a List of Located, or the scalar itself
 */
public record Located(String file, int line, @Nullable String text, @Nullable Object content) {

    private static final Object UNREAD = new Object();

    public static Located empty(String file) {
        return new Located(file, 1, null, Map.of());
    }

    /** Of a file that cannot be read, which is a finding: nothing more can be said of it. */
    public static Located unread(String file) {
        return new Located(file, 1, null, UNREAD);
    }

    public boolean isUnread() {
        return content == UNREAD;
    }

    public boolean isMap() {
        return content instanceof Map;
    }

    public boolean isList() {
        return content instanceof List;
    }

    /** The entries of a map in the order written; none for anything else. */
    @SuppressWarnings("unchecked")
    public Map<String, Located> entries() {
        return content instanceof Map ? (Map<String, Located>) content : Map.of();
    }

    /** The items of a list; none for anything else. */
    @SuppressWarnings("unchecked")
    public List<Located> items() {
        return content instanceof List ? (List<Located>) content : List.of();
    }

    /** What stands at the end of a path of keys, or null. */
    public @Nullable Located find(String... path) {
        Located here = this;
        for (String key : path) {
            here = here.entries().get(key);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    /** What stands as far down the path as it goes: the best place to point at. */
    public Located nearest(String... path) {
        Located here = this;
        for (String key : path) {
            Located below = here.entries().get(key);
            if (below == null) {
                return here;
            }
            here = below;
        }
        return here;
    }

    /** The value as plain maps, lists, strings, booleans, Integer, Long and BigDecimal. */
    public @Nullable Object plain() {
        if (isMap()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries().forEach((key, value) -> map.put(key, value.plain()));
            return Collections.unmodifiableMap(map);
        }
        if (isList()) {
            List<@Nullable Object> list = new ArrayList<>();
            items().forEach(item -> list.add(item.plain()));
            return Collections.unmodifiableList(list);
        }
        return isUnread() ? null : content;
    }
}
