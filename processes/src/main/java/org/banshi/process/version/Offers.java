package org.banshi.process.version;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;

/** On which version new cases begin, by the log itself: a node's catalogue hears of it later. */
public final class Offers {

    private final EventStore events;

    public Offers(EventStore events) {
        this.events = events;
    }

    /** Whether it is what its item offers now. */
    boolean isOffered(ServiceVersion version) {
        return events.readEvents(version.service())
                .asStream()
                .map(message -> offered(message.getPayload()))
                .filter(it -> it > 0)
                .reduce((earlier, later) -> later)
                .filter(it -> it == version.version())
                .isPresent();
    }

    /** 0 where nothing changes. */
    private static int offered(Object event) {
        if (event instanceof ServiceItemEvent.Published it) {
            return it.version();
        }
        return event instanceof ServiceItemEvent.RolledBack it ? it.version() : 0;
    }
}
