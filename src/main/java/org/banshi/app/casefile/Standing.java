package org.banshi.app.casefile;

import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.ApplicationEvent.DeathRecorded;
import org.banshi.command.contract.application.ApplicationEvent.DeathRefuted;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;

/**
 * What has to be minded about an applicant, by the case's own events.
 *
 * @param guarded protected from somebody near
 * @param dead died, and nobody goes on yet
 */
public record Standing(boolean guarded, boolean dead) {

    /** At the end of what happened. */
    public static Standing of(List<Recorded> story) {
        boolean guarded = false;
        boolean dead = false;
        for (Recorded recorded : story) {
            Event event = recorded.event();
            guarded = event instanceof Protected || guarded && !(event instanceof ProtectionLifted);
            dead =
                    event instanceof DeathRecorded
                            || dead
                                    && !(event instanceof DeathRefuted)
                                    && !(event instanceof CarriedOn);
        }
        return new Standing(guarded, dead);
    }
}
