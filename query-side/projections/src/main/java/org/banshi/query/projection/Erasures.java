package org.banshi.query.projection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.privacy.PrivacyEvent.Erased;
import org.banshi.eventstore.Recorded;

/**
 * Whose cases are to be found no longer. A view that keeps hashes of personal values forgets them
 * by the event, so that one that is built anew at the same time forgets them too.
 */
public final class Erasures {

    private Erasures() {}

    /** The applications of those who are erased in a batch. */
    public static Set<String> in(List<Recorded> batch) {
        return batch.stream()
                .map(Recorded::event)
                .filter(Erased.class::isInstance)
                .flatMap(event -> ((Erased) event).applications().stream())
                .map(ApplicationId::value)
                .collect(Collectors.toSet());
    }
}
