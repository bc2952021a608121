package org.banshi.command.domain.application;

import java.util.Optional;
import org.banshi.command.contract.application.ApplicationCommand.LiftProtection;
import org.banshi.command.contract.application.ApplicationCommand.Protect;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.message.Command;
import org.banshi.command.domain.verdict.Verdict;

/** Whether the applicant is protected from somebody near, and what then may not happen. */
final class Protection {

    private boolean on;
    private boolean ever;
    private boolean ownPhone;

    /** The same said again changes nothing. */
    Verdict protect(ApplicationState state, Protect command) {
        if (command.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.PROTECTION_REASON);
        }
        return on && ownPhone == command.ownPhone()
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ApplicationEvent.Protected(
                                state.id(), state.subject(), command.reason(), command.ownPhone()));
    }

    Verdict lift(ApplicationState state, LiftProtection command) {
        if (command.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.PROTECTION_REASON);
        }
        return on
                ? Verdict.happens(
                        new ApplicationEvent.ProtectionLifted(
                                state.id(), state.subject(), command.reason()))
                : Verdict.NOTHING;
    }

    /** Whether it is about this. */
    boolean takes(ApplicationEvent event) {
        if (event instanceof ApplicationEvent.Protected now) {
            on = true;
            ever = true;
            ownPhone = now.ownPhone();
            return true;
        }
        boolean lifted = event instanceof ApplicationEvent.ProtectionLifted;
        on &= !lifted;
        return lifted;
    }

    /** Now. */
    boolean on() {
        return on;
    }

    /** Now or at some time before: a notice that was left out then is not made up. */
    boolean ever() {
        return ever;
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
