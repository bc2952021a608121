package org.banshi.command.domain.citizen;

import java.util.List;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;

/** What citizens claim: nobody is registered twice, and whoever was erased may come again. */
public final class CitizenClaims implements ClaimRules {

    /** Kind of the claim on an identity. Its key is the keyed hash of the number. */
    public static final String IDENTITY = "citizen-identity";

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == CitizenEvent.Registered.class || type == CitizenEvent.Forgotten.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof CitizenEvent.Registered registered && registered.identity() != null) {
            return new Changes(List.of(new Claim(IDENTITY, registered.identity())), List.of());
        }
        return event instanceof CitizenEvent.Forgotten
                ? new Changes(List.of(), List.of(Claim.every(IDENTITY)))
                : Changes.NONE;
    }
}
