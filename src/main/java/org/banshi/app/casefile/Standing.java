package org.banshi.app.casefile;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.ApplicationEvent.DeathRecorded;
import org.banshi.command.contract.application.ApplicationEvent.DeathRefuted;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLiftAsked;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.jspecify.annotations.Nullable;

/**
 * What has to be minded about an applicant, by the case's own events.
 *
 * @param guarded protected from somebody near
 * @param confirmed an officer said so, too
 * @param liftAskedBy the officer who would have it lifted, null where nobody would
 * @param dead died, and nobody goes on yet
 */
public record Standing(
        boolean guarded, boolean confirmed, @Nullable String liftAskedBy, boolean dead) {

    /** What of a case tells it; nothing of that is decrypted. */
    public static final Interest INTEREST =
            Interest.inImpersonal(
                    Set.of(
                            Protected.class,
                            ProtectionLiftAsked.class,
                            ProtectionLifted.class,
                            DeathRecorded.class,
                            DeathRefuted.class,
                            CarriedOn.class));

    /** At the end of what happened. */
    public static Standing of(List<Recorded> story) {
        boolean guarded = false;
        boolean confirmed = false;
        String liftAskedBy = null;
        boolean dead = false;
        for (Recorded recorded : story) {
            Event event = recorded.event();
            Actor by = recorded.stamp().by();
            guarded = event instanceof Protected || guarded && !(event instanceof ProtectionLifted);
            confirmed =
                    guarded
                            && (confirmed
                                    || event instanceof Protected
                                            && by.kind() == Actor.Kind.OFFICER);
            if (event instanceof ProtectionLiftAsked) {
                liftAskedBy = by.account();
            } else if (event instanceof Protected || event instanceof ProtectionLifted) {
                liftAskedBy = null;
            }
            dead =
                    event instanceof DeathRecorded
                            || dead
                                    && !(event instanceof DeathRefuted)
                                    && !(event instanceof CarriedOn);
        }
        return new Standing(guarded, confirmed, liftAskedBy, dead);
    }
}
