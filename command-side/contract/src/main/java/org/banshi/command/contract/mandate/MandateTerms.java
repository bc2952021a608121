package org.banshi.command.contract.mandate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a mandate goes (民法典 165: matters, authority, period).
 *
 * @param services the items it is for; none for everything the grantor could do
 * @param acts at least one
 * @param until its last day; null only for the guardian of an adult
 */
public record MandateTerms(
        List<String> services, List<MandateAct> acts, @Nullable LocalDate until) {

    public MandateTerms {
        services = List.copyOf(services);
        acts = List.copyOf(acts);
    }

    /**
     * Whether an act is within it.
     *
     * @param service null for what belongs to no single item
     */
    public boolean cover(@Nullable String service, MandateAct act, LocalDate day) {
        return coverReading(service, day) && acts.contains(act);
    }

    /** Whether what concerns an item may be seen. */
    public boolean coverReading(@Nullable String service, LocalDate day) {
        boolean inTime = until == null || !day.isAfter(until);
        return inTime && (services.isEmpty() || service != null && services.contains(service));
    }
}
