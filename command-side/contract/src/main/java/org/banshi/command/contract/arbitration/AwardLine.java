package org.banshi.command.contract.arbitration;

/**
 * One claim of an award, without the sum, which is personal.
 *
 * @param claim key of the claim
 * @param provisional whether the line that makes it final rests on a figure to be confirmed
 */
public record AwardLine(String claim, boolean provisional) {}
