package org.banshi.web.write;

/**
 * Makes a request that is sent again recognisable.
 *
 * @param key the caller's idempotency key, scoped to account and operation
 * @param hash of what was asked, so that a key used for something else is noticed
 */
public record RequestKey(String key, String hash) {}
