package org.banshi.eventstore;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An idempotency key.
 *
 * @param key scoped to its account
 * @param hash of the request
 */
record RequestKey(String key, String hash) {

    /** The key that a command's metadata carries. */
    static @Nullable RequestKey of(Map<String, ?> metadata) {
        Object key = metadata.get(DuplicateRequestException.KEY);
        if (key == null) {
            return null;
        }
        Object hash = metadata.get(DuplicateRequestException.HASH);
        return new RequestKey(key.toString(), hash == null ? "" : hash.toString());
    }
}
