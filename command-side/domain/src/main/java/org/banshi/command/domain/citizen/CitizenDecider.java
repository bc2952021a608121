package org.banshi.command.domain.citizen;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.util.Optional;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenCommand.AskRecovery;
import org.banshi.command.contract.citizen.CitizenCommand.ConfirmRecovery;
import org.banshi.command.contract.citizen.CitizenCommand.Forget;
import org.banshi.command.contract.citizen.CitizenCommand.OpenAccess;
import org.banshi.command.contract.citizen.CitizenCommand.OpenLateAccess;
import org.banshi.command.contract.citizen.CitizenCommand.Prove;
import org.banshi.command.contract.citizen.CitizenCommand.RecoverAccess;
import org.banshi.command.contract.citizen.CitizenCommand.Register;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.domain.citizen.CitizenState.Recovery;
import org.banshi.command.domain.verdict.Verdict;

/** Decides who becomes known as whom. */
final class CitizenDecider {

    private static final int LONGEST_NAME = 80;

    private CitizenDecider() {}

    static Verdict decide(CitizenState state, Register command) {
        if (state.known()) {
            return refused(CitizenRefusals.KNOWN);
        }
        return wrong(command.proof(), command.stamp())
                .or(() -> wrong(command.details(), command.stamp()))
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                happens(
                                        new CitizenEvent.Registered(
                                                command.citizen(),
                                                command.citizen().person(),
                                                command.identity(),
                                                command.proof(),
                                                command.details())));
    }

    static Verdict decide(CitizenState state, Prove command) {
        return unfit(state, command, command.proof())
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                command.proof().level() <= state.level()
                                        ? Verdict.NOTHING
                                        : happens(
                                                new CitizenEvent.Proven(
                                                        command.citizen(),
                                                        command.citizen().person(),
                                                        command.proof())));
    }

    static Verdict decide(CitizenState state, OpenAccess command) {
        if (!state.known()) {
            return refused(CitizenRefusals.UNKNOWN);
        }
        return state.account() == null
                ? happens(
                        new CitizenEvent.AccessOpened(
                                command.citizen(), command.citizen().person(), command.account()))
                : refused(CitizenRefusals.HAS_ACCESS);
    }

    /**
     * What others did for the person is there to read: as with lost access, two officers see it.
     */
    static Verdict decide(CitizenState state, OpenLateAccess command) {
        Optional<Refusal> unfit = unfit(state, command, command.proof());
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        if (state.account() != null) {
            return refused(CitizenRefusals.HAS_ACCESS);
        }
        if (command.proof().way() != Proof.Way.COUNTER) {
            return refused(CitizenRefusals.NO_ACCESS);
        }
        return isSeenByTwo(state, command)
                ? happens(
                        new CitizenEvent.AccessOpened(
                                command.citizen(), command.citizen().person(), command.account()))
                : refused(CitizenRefusals.SECOND_OFFICER);
    }

    /** Only face to face: whoever could do it from afar could take an account over. */
    static Verdict decide(CitizenState state, AskRecovery command) {
        Optional<Refusal> unfit = unfit(state, command, command.proof());
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        Actor by = command.stamp().by();
        if (command.proof().way() != Proof.Way.COUNTER || by.region() == null) {
            return refused(CitizenRefusals.NOT_SO);
        }
        return happens(
                new CitizenEvent.RecoveryAsked(
                        command.citizen(),
                        command.citizen().person(),
                        command.proof(),
                        by.account(),
                        by.region(),
                        command.stamp().day()));
    }

    /** Four eyes: a colleague at the same counter, on the same day. */
    static Verdict decide(CitizenState state, ConfirmRecovery command) {
        Recovery recovery = state.recovery();
        if (recovery == null || !recovery.day().equals(command.stamp().day())) {
            return refused(CitizenRefusals.NOT_ASKED);
        }
        Actor by = command.stamp().by();
        boolean another =
                by.kind() == Actor.Kind.OFFICER
                        && !by.account().equals(recovery.askedBy())
                        && recovery.region().equals(by.region());
        if (!another) {
            return refused(CitizenRefusals.SECOND_OFFICER);
        }
        return recovery.confirmed()
                ? Verdict.NOTHING
                : happens(
                        new CitizenEvent.RecoveryConfirmed(
                                command.citizen(), command.citizen().person()));
    }

    /** At the counter by two officers; by face whoever was never proven better than by a face. */
    static Verdict decide(CitizenState state, RecoverAccess command) {
        Optional<Refusal> unfit = unfit(state, command, command.proof());
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        if (state.account() == null) {
            return refused(CitizenRefusals.NO_ACCESS);
        }
        return switch (command.proof().way()) {
            case COUNTER ->
                    isSeenByTwo(state, command)
                            ? recovered(command)
                            : refused(CitizenRefusals.SECOND_OFFICER);
            case FACE ->
                    command.proof().level() < state.level()
                            ? refused(CitizenRefusals.BETTER_KNOWN)
                            : recovered(command);
            case PROVIDER, DEMO -> refused(CitizenRefusals.NOT_SO);
        };
    }

    private static boolean isSeenByTwo(CitizenState state, CitizenCommand command) {
        Recovery recovery = state.recovery();
        return recovery != null
                && recovery.confirmed()
                && recovery.day().equals(command.stamp().day())
                && recovery.askedBy().equals(command.stamp().by().account());
    }

    private static Verdict recovered(RecoverAccess command) {
        return happens(
                new CitizenEvent.AccessRecovered(
                        command.citizen(), command.citizen().person(), command.proof()));
    }

    /** Whoever is not known is forgotten already. */
    static Verdict decide(CitizenState state, Forget command) {
        return state.known()
                ? happens(new CitizenEvent.Forgotten(command.citizen(), command.citizen().person()))
                : Verdict.NOTHING;
    }

    private static Optional<Refusal> unfit(
            CitizenState state, CitizenCommand command, Proof proof) {
        return state.known() ? wrong(proof, command.stamp()) : Optional.of(CitizenRefusals.UNKNOWN);
    }

    private static Optional<Refusal> wrong(Proof proof, Stamp stamp) {
        Actor.Kind who = proof.way() == Proof.Way.COUNTER ? Actor.Kind.OFFICER : Actor.Kind.SYSTEM;
        if (stamp.by().kind() != who) {
            return Optional.of(CitizenRefusals.NOT_SO);
        }
        return proof.level() < 2 || proof.level() > proof.way().highest()
                ? Optional.of(CitizenRefusals.LEVEL)
                : Optional.empty();
    }

    private static Optional<Refusal> wrong(Applicant details, Stamp stamp) {
        String name = details.name();
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of(CitizenRefusals.NO_NAME);
        }
        return IdentityNumber.parse(details.identityNumber(), stamp.day())
                .fault()
                .or(() -> MobileNumber.parse(details.phone()).fault())
                .map(CitizenRefusals::number);
    }
}
