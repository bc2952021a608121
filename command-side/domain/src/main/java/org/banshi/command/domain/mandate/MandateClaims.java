package org.banshi.command.domain.mandate;

import java.util.List;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.Mandates;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;

/** What mandates claim: between two people one is in force at a time, and one asked for. */
public final class MandateClaims implements ClaimRules {

    private static final Claim ANSWERED = Claim.every(Mandates.ASKED_CLAIM);

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return MandateEvent.class.isAssignableFrom(type);
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof MandateEvent.Asked asked) {
            return new Changes(
                    List.of(Mandates.askedClaim(asked.subject(), asked.agent())), List.of());
        }
        if (event instanceof MandateEvent.Given given) {
            return acquired(given.subject(), given.agent());
        }
        if (event instanceof MandateEvent.Proven proven) {
            return acquired(proven.subject(), proven.agent());
        }
        return event instanceof MandateEvent
                ? new Changes(List.of(), List.of(Claim.every(Mandates.CLAIM), ANSWERED))
                : Changes.NONE;
    }

    private static Changes acquired(PersonId grantor, PersonId agent) {
        return new Changes(List.of(Mandates.claim(grantor, agent)), List.of(ANSWERED));
    }
}
