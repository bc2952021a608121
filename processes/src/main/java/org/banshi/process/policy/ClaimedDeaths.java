package org.banshi.process.policy;

import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.eventstore.ClaimHolders;

/** Recorded deaths as claims say: under whichever id somebody's benefits and certificates stand. */
public final class ClaimedDeaths implements RecordedDeaths {

    private final ClaimHolders claims;
    private final PersonsByNumber persons;

    public ClaimedDeaths(ClaimHolders claims, PersonsByNumber persons) {
        this.claims = claims;
        this.persons = persons;
    }

    @Override
    public boolean includes(String identityNumber) {
        return persons.find(identityNumber).stream()
                .anyMatch(it -> !claims.holders(CLAIM, RecordedDeaths.keysOf(it)).isEmpty());
    }
}
