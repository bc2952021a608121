package org.banshi.command.contract.claim;

/**
 * A right that one stream holds at a time, across the whole log: one open application per person
 * and item, one number used once. Claims are taken and released in the commit of the event that
 * declares them.
 *
 * @param kind such as {@code open-application}
 * @param key within the kind; no personal data in clear
 */
public record Claim(String kind, String key) {}
