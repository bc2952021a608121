package org.banshi.command.domain.organisation;

import java.util.List;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.mandate.Mandates;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.organisation.OrganisationEvent;

/**
 * What organisations claim: their code once, and each of their agents' authority as any other
 * mandate, so that the gate finds it at the same place.
 */
public final class OrganisationClaims implements ClaimRules {

    /** Kind of the claim on a code. Its key is the keyed hash of the code. */
    public static final String CODE = "organisation-code";

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return OrganisationEvent.class.isAssignableFrom(type);
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof OrganisationEvent.Registered registered) {
            return new Changes(List.of(new Claim(CODE, registered.identity())), List.of());
        }
        if (event instanceof OrganisationEvent.RepresentativeNamed named) {
            return new Changes(
                    List.of(Mandates.claim(named.subject(), named.representative())), List.of());
        }
        if (event instanceof OrganisationEvent.ClerkAppointed appointed) {
            return new Changes(
                    List.of(Mandates.claim(appointed.subject(), appointed.clerk())), List.of());
        }
        if (event instanceof OrganisationEvent.AgentDismissed dismissed) {
            return new Changes(
                    List.of(), List.of(Mandates.claim(dismissed.subject(), dismissed.agent())));
        }
        return event instanceof OrganisationEvent.Closed
                ? new Changes(List.of(), List.of(Claim.every(CODE), Claim.every(Mandates.CLAIM)))
                : Changes.NONE;
    }
}
