package org.banshi.query.projection.points;

import java.time.LocalDate;
import java.util.Map;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.RankingKeys;
import org.jspecify.annotations.Nullable;

/**
 * A person in a round, as a row.
 *
 * @param version sequence of the last event of the candidacy's stream
 * @param rank from the round's list, null before it
 */
record StandingRow(
        String candidacy,
        String person,
        String round,
        long version,
        @Nullable Integer rank,
        Fold fold) {

    private static final Map<Class<?>, String> STATUS =
            Map.of(
                    CandidacyEvent.Withdrawn.class, "withdrawn",
                    CandidacyEvent.StruckOff.class, "struck-off",
                    CandidacyEvent.Placed.class, "placed",
                    CandidacyEvent.ConfirmedOnSite.class, "confirmed",
                    CandidacyEvent.GivenUp.class, "given-up",
                    CandidacyEvent.Published.class, "published",
                    CandidacyEvent.CardIssued.class, "card-issued",
                    CandidacyEvent.HouseholdMoved.class, "moved",
                    CandidacyEvent.Revoked.class, "revoked");

    /** What is shown of it. */
    record Fold(String status, RankingKeys keys, @Nullable LocalDate confirmBy) {}

    static StandingRow of(CandidacyEvent.Entered entered) {
        return new StandingRow(
                entered.candidacy().value(),
                entered.subject().value(),
                entered.round().value(),
                0,
                null,
                new Fold("entered", entered.keys(), null));
    }

    StandingRow on(CandidacyEvent event, long sequence) {
        LocalDate confirmBy =
                event instanceof CandidacyEvent.Placed placed
                        ? placed.confirmBy()
                        : fold.confirmBy();
        String status = STATUS.getOrDefault(event.getClass(), fold.status());
        return new StandingRow(
                candidacy, person, round, sequence, rank, new Fold(status, fold.keys(), confirmBy));
    }

    StandingRow ranked(int place) {
        return new StandingRow(candidacy, person, round, version, place, fold);
    }
}
