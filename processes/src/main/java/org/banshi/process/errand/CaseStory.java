package org.banshi.process.errand;

import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.StampMetadata;

/** Reads single events of a case, decrypted, at the time when they are needed. */
public final class CaseStory {

    private final EventStore events;

    public CaseStory(EventStore events) {
        this.events = events;
    }

    /** The last event of that type which satisfies {@code which}. */
    public <E> Optional<E> last(ApplicationId application, Class<E> type, Predicate<E> which) {
        return events.readEvents(application.value())
                .asStream()
                .map(message -> (Object) message.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .reduce((earlier, later) -> later);
    }

    /** Who did the first act of the case: its applicant, an officer, or an automation. */
    public Actor begunBy(ApplicationId application) {
        return events.readEvents(application.value())
                .asStream()
                .findFirst()
                .map(message -> StampMetadata.from(message.getMetaData()).by())
                .orElseThrow(() -> new IllegalStateException("no case " + application));
    }
}
