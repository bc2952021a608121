package org.banshi.app.signin;

import java.util.Optional;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.organisation.Organisations;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;

/** Organisations as the log says, and not as any table beside it. */
final class LoggedOrganisations implements Organisations {

    private final EventLog log;

    LoggedOrganisations(EventLog log) {
        this.log = log;
    }

    @Override
    public Optional<String> code(PersonId organisation) {
        return log.readStream(OrganisationId.of(organisation).value(), 0, 1).stream()
                .map(Recorded::event)
                .filter(OrganisationEvent.Registered.class::isInstance)
                .map(OrganisationEvent.Registered.class::cast)
                .map(registered -> registered.details().code())
                .findFirst();
    }
}
