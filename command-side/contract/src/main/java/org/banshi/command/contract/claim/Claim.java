package org.banshi.command.contract.claim;

/**
 * A right that one stream holds at a time, across the whole log: one open application per person
 * and item, one number used once. Claims are taken and released in the commit of the event that
 * declares them.
 *
 * @param kind such as {@code open-application}
 * @param key within the kind; no personal data in clear. {@link #EVERY} in a release
 */
public record Claim(String kind, String key) {

    /** As the key of a released claim: every claim of the kind that the stream holds. */
    public static final String EVERY = "*";

    /**
     * For a release: every claim of {@code kind} that the stream holds. An event that ends a case
     * need not repeat what the event that opened it claimed.
     */
    public static Claim every(String kind) {
        return new Claim(kind, EVERY);
    }
}
