package org.banshi.command.contract.settlement;

import java.util.Comparator;

/** A person as a round sees them, before the ranking. */
public record Candidate(CandidacyId candidacy, RankingKeys keys) implements Comparable<Candidate> {

    private static final Comparator<Candidate> ORDER =
            Comparator.comparing(Candidate::keys).thenComparing(Candidate::candidacy);

    /** The order of the list; among those of one rank it means nothing but is always the same. */
    @Override
    public int compareTo(Candidate other) {
        return ORDER.compare(this, other);
    }
}
