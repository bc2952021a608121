package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Remedy;
import org.jspecify.annotations.Nullable;

/** Documents that are to reach the applicant, by the id of their delivery. */
final class Deliveries {

    private final Map<String, Delivery> deliveries = new HashMap<>();

    /**
     * A document on its way.
     *
     * @param requestedOn it can't have arrived before
     * @param remedies that run from its arrival
     */
    record Delivery(
            String document, LocalDate requestedOn, List<Remedy> remedies, boolean arrived) {}

    /** Null where there is none. */
    @Nullable Delivery find(String delivery) {
        return deliveries.get(delivery);
    }

    void on(ApplicationEvent.DeliveryRequested event, LocalDate day, List<Remedy> remedies) {
        deliveries.put(event.delivery(), new Delivery(event.document(), day, remedies, false));
    }

    void on(ApplicationEvent.Delivered event) {
        deliveries.computeIfPresent(
                event.delivery(),
                (id, it) -> new Delivery(it.document(), it.requestedOn(), it.remedies(), true));
    }
}
