package org.banshi.command.domain.application;

import java.util.EnumSet;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.application.VersionPolicy;
import org.banshi.command.domain.lifecycle.Status;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides whether a case goes on by another version of its item. Its dates stay as promised. */
final class Versions {

    private static final Set<Status> ON_THE_WAY =
            EnumSet.of(Status.APPLIED, Status.PRE_ACCEPTED, Status.ACCEPTED);

    private Versions() {}

    /** Why the case cannot follow; null where it can, or has. */
    static @Nullable StayReason problem(
            ApplicationState state, ApplicationCommand.FollowVersion command, Catalogue catalogue) {
        ServiceVersion from = state.service();
        ServiceVersion to = command.to();
        if (to.equals(from)) {
            return null;
        }
        if (!to.service().equals(from.service()) || catalogue.find(to).isEmpty()) {
            return StayReason.NOT_OFFERED;
        }
        if (state.status().ended() || state.decided()) {
            return StayReason.DECIDED;
        }
        return command.policy() == VersionPolicy.FAST_FORWARDED
                        && !ON_THE_WAY.contains(state.status())
                ? StayReason.SIDE_PATH
                : null;
    }

    /** A case that cannot follow stays, and says why. */
    static Verdict follow(
            ApplicationState state,
            ApplicationCommand.FollowVersion command,
            @Nullable StayReason problem) {
        if (problem != null) {
            return stay(state, command.to(), problem);
        }
        return command.to().equals(state.service())
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ApplicationEvent.VersionChanged(
                                state.id(),
                                state.subject(),
                                state.service(),
                                command.to(),
                                command.policy(),
                                command.step()));
    }

    static Verdict stay(ApplicationState state, ApplicationCommand.StayOnVersion command) {
        return state.service().equals(command.offered())
                ? Verdict.NOTHING
                : stay(state, command.offered(), command.reason());
    }

    private static Verdict stay(ApplicationState state, ServiceVersion offered, StayReason reason) {
        return state.staysInsteadOf(offered)
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ApplicationEvent.VersionKept(
                                state.id(), state.subject(), state.service(), offered, reason));
    }
}
