package org.banshi.command.domain.settlement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.settlement.CandidacyCommand.ConfirmOnSite;
import org.banshi.command.contract.settlement.CandidacyCommand.Enter;
import org.banshi.command.contract.settlement.CandidacyCommand.GivePlace;
import org.banshi.command.contract.settlement.CandidacyCommand.GiveUp;
import org.banshi.command.contract.settlement.CandidacyCommand.IssueCard;
import org.banshi.command.contract.settlement.CandidacyCommand.Publish;
import org.banshi.command.contract.settlement.CandidacyCommand.RaiseObjection;
import org.banshi.command.contract.settlement.CandidacyCommand.RecordMove;
import org.banshi.command.contract.settlement.CandidacyCommand.ResolveObjections;
import org.banshi.command.contract.settlement.CandidacyCommand.Revoke;
import org.banshi.command.contract.settlement.CandidacyCommand.StrikeOff;
import org.banshi.command.contract.settlement.CandidacyCommand.Withdraw;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.domain.settlement.CandidacyState.Status;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on one person's candidacy (domain rules §4.4, stages 2 to 7). */
final class CandidacyDecider {

    private static final Set<Status> BEFORE_THE_CARD =
            EnumSet.of(Status.ENTERED, Status.PLACED, Status.CONFIRMED, Status.PUBLISHED);

    private static final Set<Status> IN_THE_ROUND =
            EnumSet.of(
                    Status.ENTERED,
                    Status.PLACED,
                    Status.CONFIRMED,
                    Status.PUBLISHED,
                    Status.CARD_ISSUED,
                    Status.MOVED);

    private CandidacyDecider() {}

    /**
     * Once a person and round, also after a withdrawal. A second application is told so before it
     * is granted; where one was granted all the same, nothing is entered and nobody else is held
     * up: a refusal would stop the policy that enters candidates.
     */
    static Verdict enter(CandidacyState state, Enter command) {
        if (command.stamp().by().kind() == Actor.Kind.CITIZEN) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        if (state.status() != Status.UNKNOWN) {
            return Verdict.NOTHING;
        }
        return Verdict.happens(
                new CandidacyEvent.Entered(
                        command.candidacy(),
                        command.person(),
                        command.round(),
                        command.region(),
                        command.application(),
                        new RankingKeys(
                                command.base(), command.medicalMonths(), command.permitMonths())));
    }

    static Verdict withdraw(CandidacyState state, Withdraw command) {
        if (!isHolder(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.NOT_THE_CANDIDATE);
        }
        return state.status() == Status.ENTERED
                ? Verdict.happens(new CandidacyEvent.Withdrawn(command.candidacy(), subject(state)))
                : Verdict.refused(CandidacyRefusals.NOT_NOW);
    }

    static Verdict strikeOff(CandidacyState state, StrikeOff command) {
        if (!isOfficer(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        return BEFORE_THE_CARD.contains(state.status())
                ? Verdict.happens(
                        new CandidacyEvent.StruckOff(
                                command.candidacy(), subject(state), command.findings()))
                : Verdict.refused(CandidacyRefusals.NOT_NOW);
    }

    /** Who left while the list was being ranked gets no place, and nobody else gets it. */
    static Verdict givePlace(CandidacyState state, GivePlace command) {
        if (command.stamp().by().kind() != Actor.Kind.SYSTEM) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        return state.status() == Status.ENTERED
                ? Verdict.happens(
                        new CandidacyEvent.Placed(
                                command.candidacy(),
                                subject(state),
                                command.rank(),
                                command.confirmBy()))
                : Verdict.NOTHING;
    }

    static Verdict confirmOnSite(CandidacyState state, ConfirmOnSite command) {
        if (!isOfficer(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        if (state.status() != Status.PLACED) {
            return Verdict.refused(CandidacyRefusals.NOT_NOW);
        }
        return command.stamp().day().isAfter(state.confirmBy())
                ? Verdict.refused(CandidacyRefusals.CONFIRMATION_OVER)
                : Verdict.happens(
                        new CandidacyEvent.ConfirmedOnSite(command.candidacy(), subject(state)));
    }

    static Verdict giveUp(CandidacyState state, GiveUp command) {
        Actor by = command.stamp().by();
        boolean holder = isHolder(state, by);
        if (!holder && by.kind() != Actor.Kind.SYSTEM && !isOfficer(state, by)) {
            return Verdict.refused(CandidacyRefusals.NOT_THE_CANDIDATE);
        }
        boolean confirmed = state.status() == Status.CONFIRMED;
        if (state.status() != Status.PLACED && !(holder && confirmed)) {
            return Verdict.refused(CandidacyRefusals.NOT_NOW);
        }
        if (!holder && !command.stamp().day().isAfter(state.confirmBy())) {
            return Verdict.refused(CandidacyRefusals.CONFIRMATION_OPEN);
        }
        return Verdict.happens(
                new CandidacyEvent.GivenUp(command.candidacy(), subject(state), !holder));
    }

    static Verdict publish(CandidacyState state, Publish command) {
        if (command.stamp().by().kind() != Actor.Kind.SYSTEM) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        return state.status() == Status.CONFIRMED
                ? Verdict.happens(
                        new CandidacyEvent.Published(
                                command.candidacy(), subject(state), command.until()))
                : Verdict.NOTHING;
    }

    static Verdict raiseObjection(CandidacyState state, RaiseObjection command) {
        LocalDate today = command.stamp().day();
        if (state.status() != Status.PUBLISHED || today.isAfter(state.noticeUntil())) {
            return Verdict.refused(CandidacyRefusals.NO_NOTICE);
        }
        if (isHolder(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OWN_NOTICE);
        }
        if (state.objectedBefore(command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OBJECTED_BEFORE);
        }
        return Verdict.happens(
                new CandidacyEvent.ObjectionRaised(
                        command.candidacy(), subject(state), command.objection()));
    }

    static Verdict resolveObjections(CandidacyState state, ResolveObjections command) {
        if (!isOfficer(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        if (state.status() != Status.PUBLISHED || state.openObjections() == 0) {
            return Verdict.refused(CandidacyRefusals.NO_OBJECTION);
        }
        CandidacyEvent resolved =
                new CandidacyEvent.ObjectionsResolved(
                        command.candidacy(), subject(state), command.upheld(), command.findings());
        return command.upheld()
                ? Verdict.happens(
                        resolved,
                        new CandidacyEvent.StruckOff(
                                command.candidacy(), subject(state), command.findings()))
                : Verdict.happens(resolved);
    }

    static Verdict issueCard(CandidacyState state, IssueCard command) {
        if (!isOfficer(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        if (state.status() != Status.PUBLISHED) {
            return Verdict.refused(CandidacyRefusals.NOT_NOW);
        }
        if (!command.stamp().day().isAfter(state.noticeUntil())) {
            return Verdict.refused(CandidacyRefusals.NOTICE_UP);
        }
        if (state.openObjections() > 0) {
            return Verdict.refused(CandidacyRefusals.OBJECTION_UNRESOLVED);
        }
        return Verdict.happens(
                new CandidacyEvent.CardIssued(
                        command.candidacy(), subject(state), command.cardNumber()));
    }

    static Verdict recordMove(CandidacyState state, RecordMove command) {
        if (!isOfficer(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        return state.status() == Status.CARD_ISSUED
                ? Verdict.happens(
                        new CandidacyEvent.HouseholdMoved(command.candidacy(), subject(state)))
                : Verdict.refused(CandidacyRefusals.NOT_NOW);
    }

    static Verdict revoke(CandidacyState state, Revoke command) {
        if (!isOfficer(state, command.stamp().by())) {
            return Verdict.refused(CandidacyRefusals.OFFICER_ONLY);
        }
        return IN_THE_ROUND.contains(state.status())
                ? Verdict.happens(
                        new CandidacyEvent.Revoked(
                                command.candidacy(), subject(state), command.findings()))
                : Verdict.refused(CandidacyRefusals.NOT_NOW);
    }

    private static boolean isHolder(CandidacyState state, Actor actor) {
        PersonId person = actor.onBehalfOf() == null ? actor.person() : actor.onBehalfOf();
        return actor.kind() == Actor.Kind.CITIZEN
                && state.subject() != null
                && state.subject().equals(person);
    }

    private static boolean isOfficer(CandidacyState state, Actor actor) {
        return actor.kind() == Actor.Kind.OFFICER
                && actor.region() != null
                && state.region() != null
                && actor.region().covers(state.region());
    }

    private static PersonId subject(CandidacyState state) {
        PersonId subject = state.subject();
        if (subject == null) {
            throw new IllegalStateException("a candidacy without a candidate");
        }
        return subject;
    }
}
