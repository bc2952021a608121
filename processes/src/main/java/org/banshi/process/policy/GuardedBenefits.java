package org.banshi.process.policy;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.benefit.BenefitEvent.Granted;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.process.errand.CaseStory;

/** Benefits whose case is kept from others, as its story says. */
public final class GuardedBenefits implements Predicate<BenefitId> {

    private final Supplier<EventStore> events;

    public GuardedBenefits(Supplier<EventStore> events) {
        this.events = events;
    }

    @Override
    public boolean test(BenefitId benefit) {
        return events.get()
                .readEvents(benefit.value())
                .asStream()
                .map(message -> (Object) message.getPayload())
                .filter(Granted.class::isInstance)
                .map(Granted.class::cast)
                .findFirst()
                .flatMap(this::lastWord)
                .filter(Protected.class::isInstance)
                .isPresent();
    }

    private Optional<ApplicationEvent> lastWord(Granted granted) {
        return new CaseStory(events.get())
                .last(
                        granted.application(),
                        ApplicationEvent.class,
                        it -> it instanceof Protected || it instanceof ProtectionLifted);
    }
}
