package org.banshi.command.contract.settlement;

/**
 * A line of the list.
 *
 * @param rank counted from 1; those with equal keys have the same, and the next ones leave the gap
 */
public record RankedCandidate(CandidacyId candidacy, RankingKeys keys, int rank) {}
