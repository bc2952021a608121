package org.banshi.query.contract.dispute;

/**
 * A person's part in a dispute.
 *
 * @param application id of the case
 * @param number the case's number
 * @param party key of the party in the case, such as {@code r1}
 */
public record Seat(String application, String number, String party) {}
