package org.banshi.app.casefile;

import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;

/** Whether an applicant is protected from somebody near, by the case's own events. */
public final class Guarded {

    private Guarded() {}

    /** At the end of what happened. */
    public static boolean is(List<Recorded> story) {
        return story.stream()
                .map(Recorded::event)
                .filter(Guarded::tells)
                .reduce((earlier, later) -> later)
                .filter(Protected.class::isInstance)
                .isPresent();
    }

    private static boolean tells(Event event) {
        return event instanceof Protected || event instanceof ProtectionLifted;
    }
}
