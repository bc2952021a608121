package org.banshi.query.projection.progress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.banshi.eventstore.PersonalData;
import org.jspecify.annotations.Nullable;

/** Query codes are kept as keyed hashes and compared in constant time. */
final class QueryCodes {

    private QueryCodes() {}

    /** The number is part of what is hashed: equal codes of two cases don't show as equal. */
    static String hash(PersonalData personal, String number, String code) {
        return personal.hash("query-code", number + "\n" + code);
    }

    static boolean match(@Nullable String stored, String given) {
        return stored != null
                && MessageDigest.isEqual(
                        stored.getBytes(StandardCharsets.US_ASCII),
                        given.getBytes(StandardCharsets.US_ASCII));
    }
}
