package org.banshi.command.domain.organisation;

import java.util.HashMap;
import java.util.Map;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an organisation need to know.
 *
 * @param representative null while there is none
 * @param agents everybody who acts for it, the representative among them
 */
record OrganisationState(
        Stage stage, @Nullable PersonId representative, Map<PersonId, MandateId> agents) {

    enum Stage {
        NONE,
        OPEN,
        CLOSED
    }

    static final OrganisationState NONE = new OrganisationState(Stage.NONE, null, Map.of());

    OrganisationState {
        agents = Map.copyOf(agents);
    }

    OrganisationState after(OrganisationEvent event) {
        if (event instanceof OrganisationEvent.Registered) {
            return new OrganisationState(Stage.OPEN, null, Map.of());
        }
        if (event instanceof OrganisationEvent.RepresentativeNamed named) {
            return new OrganisationState(
                    stage, named.representative(), with(named.representative(), named.mandate()));
        }
        if (event instanceof OrganisationEvent.ClerkAppointed appointed) {
            return new OrganisationState(
                    stage, representative, with(appointed.clerk(), appointed.mandate()));
        }
        if (event instanceof OrganisationEvent.AgentDismissed dismissed) {
            Map<PersonId, MandateId> left = new HashMap<>(agents);
            left.remove(dismissed.agent());
            boolean spoke = dismissed.agent().equals(representative);
            return new OrganisationState(stage, spoke ? null : representative, left);
        }
        return new OrganisationState(Stage.CLOSED, null, Map.of());
    }

    private Map<PersonId, MandateId> with(PersonId agent, MandateId mandate) {
        Map<PersonId, MandateId> more = new HashMap<>(agents);
        more.put(agent, mandate);
        return more;
    }
}
