package org.banshi.query.contract.points;

/**
 * What is known of a city's round of a year? Public. Answers {@code Optional<RoundView>}.
 *
 * @param round id, such as {@code settlement-round-440100-2026}
 */
public record FindRound(String round) {}
