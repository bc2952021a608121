package org.banshi.query.contract.points;

import org.jspecify.annotations.Nullable;

/**
 * Which rounds has a city had? Public. Answers a list of {@link RoundView}, newest first.
 *
 * @param city code of the city's region; null for every city
 */
public record FindRounds(@Nullable String city) {}
