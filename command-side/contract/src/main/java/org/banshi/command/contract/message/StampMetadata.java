package org.banshi.command.contract.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Stamp} as flat entries of a message's metadata: {@code at} (ISO instant), {@code
 * actor-kind}, {@code actor} (the account), and where known {@code person}, {@code on-behalf-of},
 * {@code body} and {@code region}. Keys are stored for ever.
 */
public final class StampMetadata {

    private static final String AT = "at";
    private static final String KIND = "actor-kind";
    private static final String ACCOUNT = "actor";
    private static final String PERSON = "person";
    private static final String ON_BEHALF_OF = "on-behalf-of";
    private static final String BODY = "body";
    private static final String REGION = "region";
    private static final String TRUST = "trust-level";

    private StampMetadata() {}

    /** The entries for {@code stamp}; what it does not know is left out. */
    public static Map<String, String> of(Stamp stamp) {
        Actor by = stamp.by();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(AT, stamp.at().toString());
        entries.put(KIND, by.kind().name());
        entries.put(ACCOUNT, by.account());
        putIfKnown(entries, PERSON, by.person());
        putIfKnown(entries, ON_BEHALF_OF, by.onBehalfOf());
        putIfKnown(entries, BODY, by.body());
        putIfKnown(entries, REGION, by.region());
        putIfKnown(entries, TRUST, by.trustLevel());
        return entries;
    }

    /**
     * The stamp that the entries hold; other entries are ignored.
     *
     * @throws IllegalArgumentException when {@code at}, {@code actor-kind} or {@code actor} is
     *     missing
     */
    public static Stamp from(Map<String, ?> entries) {
        String person = find(entries, PERSON);
        String onBehalfOf = find(entries, ON_BEHALF_OF);
        String region = find(entries, REGION);
        String trust = find(entries, TRUST);
        return new Stamp(
                Instant.parse(get(entries, AT)),
                new Actor(
                        Actor.Kind.valueOf(get(entries, KIND)),
                        get(entries, ACCOUNT),
                        person == null ? null : new PersonId(person),
                        onBehalfOf == null ? null : new PersonId(onBehalfOf),
                        find(entries, BODY),
                        region == null ? null : new RegionCode(region),
                        trust == null ? null : Integer.valueOf(trust)));
    }

    private static void putIfKnown(Map<String, String> entries, String key, @Nullable Object it) {
        if (it != null) {
            entries.put(key, it.toString());
        }
    }

    private static String get(Map<String, ?> entries, String key) {
        String value = find(entries, key);
        if (value == null) {
            throw new IllegalArgumentException("metadata without a stamp: no entry " + key);
        }
        return value;
    }

    private static @Nullable String find(Map<String, ?> entries, String key) {
        Object value = entries.get(key);
        return value == null ? null : value.toString();
    }
}
