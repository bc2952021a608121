package org.banshi.command.domain.application;

import java.util.Optional;
import org.banshi.command.contract.application.ApplicationCommand.LiftProtection;
import org.banshi.command.contract.application.ApplicationCommand.Protect;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether the applicant is protected from somebody near, and what then may not happen. What keeps
 * the case from others holds as soon as it is said; what others have a right to, such as a notice
 * that they may object to, gives way once an officer confirmed it.
 */
final class Protection {

    private boolean on;
    private boolean confirmed;
    private boolean everConfirmed;
    private boolean ownPhone;
    private @Nullable String liftAskedBy;

    /** The same said again changes nothing, unless an officer confirms it, or it was to end. */
    Verdict protect(ApplicationState state, Protect command) {
        if (command.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.PROTECTION_REASON);
        }
        boolean confirms = on && !confirmed && isOfficer(command.stamp());
        // The applicant knows who reads the phone.
        boolean own = confirms ? ownPhone : command.ownPhone();
        return on && !confirms && own == ownPhone && liftAskedBy == null
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ApplicationEvent.Protected(
                                state.id(), state.subject(), command.reason(), own));
    }

    /** Four eyes: whoever threatens may have talked to one of them. */
    Verdict lift(ApplicationState state, LiftProtection command) {
        if (command.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.PROTECTION_REASON);
        }
        if (!on) {
            return Verdict.NOTHING;
        }
        if (liftAskedBy == null) {
            return Verdict.happens(
                    new ApplicationEvent.ProtectionLiftAsked(
                            state.id(), state.subject(), command.reason()));
        }
        return liftAskedBy.equals(command.stamp().by().account())
                ? Verdict.refused(EndingRefusals.LIFT_BY_ANOTHER)
                : Verdict.happens(
                        new ApplicationEvent.ProtectionLifted(
                                state.id(), state.subject(), command.reason()));
    }

    /** Whether it is about this. */
    boolean takes(ApplicationEvent event, Stamp stamp) {
        if (event instanceof ApplicationEvent.Protected now) {
            on = true;
            confirmed |= isOfficer(stamp);
            everConfirmed |= confirmed;
            ownPhone = now.ownPhone();
            liftAskedBy = null;
            return true;
        }
        if (event instanceof ApplicationEvent.ProtectionLiftAsked) {
            liftAskedBy = stamp.by().account();
            return true;
        }
        boolean lifted = event instanceof ApplicationEvent.ProtectionLifted;
        if (lifted) {
            on = false;
            confirmed = false;
            liftAskedBy = null;
        }
        return lifted;
    }

    private static boolean isOfficer(Stamp stamp) {
        return stamp.by().kind() == Actor.Kind.OFFICER;
    }

    /** Said, and no officer has looked at it yet. */
    boolean unconfirmed() {
        return on && !confirmed;
    }

    /** Now, as an officer said, too. */
    boolean confirmed() {
        return confirmed;
    }

    /** Now or at some time before: a notice that was left out then is not made up. */
    boolean everConfirmed() {
        return everConfirmed;
    }

    /** Whoever acts for the applicant may be the one to be feared; empty where nobody does. */
    Optional<Verdict> against(Command command) {
        return on && command.stamp().by().onBehalfOf() != null
                ? Optional.of(Verdict.refused(EndingRefusals.APPLICANT_ALONE))
                : Optional.empty();
    }

    /** What would be sent to a phone or mailbox that others read waits at the window. */
    DeliveryChannel instead(DeliveryChannel channel) {
        boolean sent = channel == DeliveryChannel.TEXT_MESSAGE || channel == DeliveryChannel.EMAIL;
        return on && !ownPhone && sent ? DeliveryChannel.WINDOW : channel;
    }
}
