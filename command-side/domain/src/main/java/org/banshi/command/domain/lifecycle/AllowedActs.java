package org.banshi.command.domain.lifecycle;

import static org.banshi.command.domain.lifecycle.Status.ACCEPTED;
import static org.banshi.command.domain.lifecycle.Status.APPLIED;
import static org.banshi.command.domain.lifecycle.Status.BROKEN_OFF;
import static org.banshi.command.domain.lifecycle.Status.CONCLUDED;
import static org.banshi.command.domain.lifecycle.Status.ENDED;
import static org.banshi.command.domain.lifecycle.Status.OPEN;
import static org.banshi.command.domain.lifecycle.Status.PRE_ACCEPTED;
import static org.banshi.command.domain.lifecycle.Status.SPECIAL_PROCEDURE;
import static org.banshi.command.domain.lifecycle.Status.SUPPLEMENT_REQUIRED;
import static org.banshi.command.domain.lifecycle.Status.SUSPENDED;
import static org.banshi.command.domain.lifecycle.Status.TERMINATED;
import static org.banshi.command.domain.lifecycle.Status.WITHDRAWN;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which act may be done in which state of a case, and by whom: the heart of the lifecycle. What an
 * act asks beyond that is its decider's matter.
 *
 * <p>A withdrawal or termination reaches the process a moment later. What the process still does in
 * that moment is <em>moot</em>: it changes nothing and is no error, for an error would stop the
 * process's reader before it learns of the end.
 */
public final class AllowedActs {

    private static final Set<Status> ALWAYS = EnumSet.allOf(Status.class);
    private static final Set<Status> UNTIL_BROKEN_OFF =
            EnumSet.complementOf(EnumSet.copyOf(BROKEN_OFF));
    private static final Set<Status> NEVER_MOOT = Set.of();

    private static final Map<Class<? extends Command>, Row> TABLE = new LinkedHashMap<>();

    static {
        // receiving
        act(ApplicationCommand.PreAccept.class, Who.OFFICER, Set.of(APPLIED));
        act(ApplicationCommand.Accept.class, Who.OFFICER, Set.of(APPLIED, PRE_ACCEPTED));
        act(ApplicationCommand.RefuseAcceptance.class, Who.OFFICER, Set.of(APPLIED, PRE_ACCEPTED));
        act(
                ApplicationCommand.RequestSupplement.class,
                Who.OFFICER,
                Set.of(APPLIED, PRE_ACCEPTED, ACCEPTED));
        act(
                ApplicationCommand.Supplement.class,
                Who.APPLICANT_OR_OFFICER,
                Set.of(SUPPLEMENT_REQUIRED),
                LifecycleRefusals.NO_SUPPLEMENT_REQUESTED);
        // handling
        act(ApplicationCommand.StartSpecialProcedure.class, Who.OFFICER, Set.of(ACCEPTED));
        act(
                ApplicationCommand.EndSpecialProcedure.class,
                Who.OFFICER,
                Set.of(ACCEPTED, SPECIAL_PROCEDURE),
                LifecycleRefusals.NO_SPECIAL_PROCEDURE);
        act(ApplicationCommand.Suspend.class, Who.OFFICER, Set.of(ACCEPTED));
        act(
                ApplicationCommand.Resume.class,
                Who.OFFICER,
                Set.of(SUSPENDED),
                LifecycleRefusals.NOT_SUSPENDED);
        act(
                ApplicationCommand.CompleteStep.class,
                Who.OFFICER,
                Set.of(APPLIED, PRE_ACCEPTED, SUPPLEMENT_REQUIRED, ACCEPTED, CONCLUDED));
        byProcess(ApplicationCommand.StartStage.class, UNTIL_BROKEN_OFF, BROKEN_OFF);
        byProcess(ApplicationCommand.RescheduleStage.class, UNTIL_BROKEN_OFF, BROKEN_OFF);
        byProcess(ApplicationCommand.AwaitTerm.class, OPEN, BROKEN_OFF);
        byProcess(ApplicationCommand.DecideByRule.class, UNTIL_BROKEN_OFF, BROKEN_OFF);
        byProcess(ApplicationCommand.AskRegister.class, OPEN, BROKEN_OFF);
        byProcess(ApplicationCommand.RecordRegisterAnswer.class, OPEN, ENDED);
        act(ApplicationCommand.Comment.class, Who.OFFICER, ALWAYS);
        act(ApplicationCommand.ProvePosting.class, Who.OFFICER, ALWAYS);
        // ending
        byProcess(ApplicationCommand.Approve.class, Set.of(ACCEPTED), BROKEN_OFF);
        byProcess(ApplicationCommand.Reject.class, Set.of(ACCEPTED), BROKEN_OFF);
        act(ApplicationCommand.Withdraw.class, Who.APPLICANT, OPEN);
        act(ApplicationCommand.Terminate.class, Who.OFFICER, OPEN);
        // whoever is in danger says so at any time
        act(ApplicationCommand.Protect.class, Who.APPLICANT_ALONE_OR_BODY, ALWAYS);
        act(ApplicationCommand.LiftProtection.class, Who.OFFICER, ALWAYS);
        // who dies is told nothing more; others may go on
        act(ApplicationCommand.RecordDeath.class, Who.OFFICER, ALWAYS);
        act(ApplicationCommand.RefuteDeath.class, Who.OFFICER, ALWAYS);
        act(ApplicationCommand.CarryOn.class, Who.OFFICER, OPEN);
        // another version of the item; what cannot follow stays
        byProcess(ApplicationCommand.FollowVersion.class, ALWAYS, NEVER_MOOT);
        byProcess(ApplicationCommand.StayOnVersion.class, ALWAYS, NEVER_MOOT);
        // after the decision
        byProcess(ApplicationCommand.RequestDelivery.class, ALWAYS, NEVER_MOOT);
        byProcess(ApplicationCommand.RecordDelivery.class, ALWAYS, NEVER_MOOT);
        act(
                ApplicationCommand.Collect.class,
                Who.OFFICER,
                Set.of(CONCLUDED),
                LifecycleRefusals.NOT_CONCLUDED);
        act(ApplicationCommand.Rate.class, Who.APPLICANT_ALONE, ENDED, LifecycleRefusals.NOT_ENDED);
        // social assistance
        act(
                SocialCommand.RecordInformationCheck.class,
                Who.OFFICER,
                Set.of(APPLIED, PRE_ACCEPTED, ACCEPTED));
        act(SocialCommand.RecordHomeVisit.class, Who.OFFICER, Set.of(ACCEPTED));
        byProcess(SocialCommand.DrawSpotCheck.class, Set.of(ACCEPTED), BROKEN_OFF);
        act(SocialCommand.GiveOpinion.class, Who.OFFICER, Set.of(ACCEPTED));
        byProcess(SocialCommand.PostPublicNotice.class, Set.of(ACCEPTED), BROKEN_OFF);
        act(SocialCommand.RaiseObjection.class, Who.ANYONE, OPEN);
        act(SocialCommand.ResolveObjection.class, Who.OFFICER, Set.of(ACCEPTED));
        byProcess(SocialCommand.EndPublicNotice.class, OPEN, BROKEN_OFF);
        act(SocialCommand.Confirm.class, Who.OFFICER, Set.of(ACCEPTED));
        // labour arbitration; which party may act, its deciders say
        byProcess(ArbitrationCommand.Docket.class, Set.of(ACCEPTED), BROKEN_OFF);
        byProcess(ArbitrationCommand.AwaitAnswers.class, OPEN, BROKEN_OFF);
        byProcess(ArbitrationCommand.ListPending.class, ALWAYS, NEVER_MOOT);
        byProcess(ArbitrationCommand.FindAdjourned.class, ALWAYS, NEVER_MOOT);
        for (Class<? extends ArbitrationCommand> ofParty :
                List.of(
                        ArbitrationCommand.Answer.class,
                        ArbitrationCommand.FileClaim.class,
                        ArbitrationCommand.WithdrawClaim.class,
                        ArbitrationCommand.FileEvidence.class,
                        ArbitrationCommand.AskRecusal.class,
                        ArbitrationCommand.AskAdjournment.class,
                        ArbitrationCommand.AskAdvance.class)) {
            act(ofParty, Who.ANYONE, Set.of(ACCEPTED, SUSPENDED));
        }
        act(ArbitrationCommand.OpenAccess.class, Who.ANYONE, ALWAYS);
        for (Class<? extends ArbitrationCommand> ofCommittee :
                List.of(
                        ArbitrationCommand.AddParty.class,
                        ArbitrationCommand.ForwardAnswers.class,
                        ArbitrationCommand.AcceptClaim.class,
                        ArbitrationCommand.RefuseClaim.class,
                        ArbitrationCommand.NamePanel.class,
                        ArbitrationCommand.DecideRecusal.class,
                        ArbitrationCommand.SetHearing.class,
                        ArbitrationCommand.GrantAdjournment.class,
                        ArbitrationCommand.DenyAdjournment.class,
                        ArbitrationCommand.Adjourn.class,
                        ArbitrationCommand.HoldHearing.class,
                        ArbitrationCommand.HoldHearingByDefault.class,
                        ArbitrationCommand.DeemWithdrawn.class,
                        ArbitrationCommand.Settle.class,
                        ArbitrationCommand.RefuseSettlement.class,
                        ArbitrationCommand.MakeAward.class,
                        ArbitrationCommand.MakePartialAward.class,
                        ArbitrationCommand.GrantAdvance.class,
                        ArbitrationCommand.DenyAdvance.class)) {
            act(ofCommittee, Who.OFFICER, Set.of(ACCEPTED));
        }
        // that a case was broken off is told to whoever was told of it
        act(ArbitrationCommand.Serve.class, Who.OFFICER, Set.of(ACCEPTED, WITHDRAWN, TERMINATED));
        // what was ruled is executed whatever becomes of the case's time
        act(
                ArbitrationCommand.HandOverAdvance.class,
                Who.OFFICER,
                Set.of(ACCEPTED, SUSPENDED, CONCLUDED));
        // items for disabled persons
        act(
                DisabilityCommand.RecordAssessment.class,
                Who.OFFICER,
                Set.of(SPECIAL_PROCEDURE),
                LifecycleRefusals.NO_SPECIAL_PROCEDURE);
        byProcess(DisabilityCommand.TellAssessment.class, Set.of(SPECIAL_PROCEDURE), BROKEN_OFF);
        act(
                DisabilityCommand.AcceptAssessment.class,
                Who.APPLICANT_OR_OFFICER,
                Set.of(SPECIAL_PROCEDURE),
                LifecycleRefusals.NO_SPECIAL_PROCEDURE);
        act(
                DisabilityCommand.DisputeAssessment.class,
                Who.APPLICANT_OR_OFFICER,
                Set.of(SPECIAL_PROCEDURE),
                LifecycleRefusals.NO_SPECIAL_PROCEDURE);
        byProcess(DisabilityCommand.ReckonSubsidy.class, Set.of(ACCEPTED), BROKEN_OFF);
        byProcess(DisabilityCommand.PostNotice.class, Set.of(ACCEPTED), BROKEN_OFF);
        act(DisabilityCommand.ObjectToNotice.class, Who.ANYONE, OPEN);
        act(DisabilityCommand.ResolveNoticeObjection.class, Who.OFFICER, Set.of(ACCEPTED));
        byProcess(DisabilityCommand.EndNotice.class, OPEN, BROKEN_OFF);
    }

    private AllowedActs() {}

    /**
     * Whether the actor may open a case for {@code applicant}; empty when so. The process may: a
     * case can begin by law, without an application.
     */
    public static Optional<Verdict> gateOfApplying(PersonId applicant, Command command) {
        Actor by = command.stamp().by();
        return Who.APPLICANT_OR_OFFICER.includes(by, applicant) || Who.BODY.includes(by, applicant)
                ? Optional.empty()
                : Optional.of(Verdict.refused(LifecycleRefusals.NOT_THE_APPLICANT));
    }

    /**
     * What the state of the case and the actor say to a command before its decider is asked: a
     * refusal, or that it is moot; empty when the decider has the word.
     */
    public static Optional<Verdict> gate(Status status, PersonId applicant, Command command) {
        Row row = TABLE.get(command.getClass());
        if (row == null) {
            throw new IllegalArgumentException("no row for " + command.getClass().getName());
        }
        if (!row.who().includes(command.stamp().by(), applicant)) {
            return Optional.of(Verdict.refused(row.notFor()));
        }
        if (row.moot().contains(status)) {
            return Optional.of(Verdict.NOTHING);
        }
        if (!row.in().contains(status)) {
            return Optional.of(Verdict.refused(row.notIn(status)));
        }
        return Optional.empty();
    }

    private static void act(Class<? extends Command> act, Who who, Set<Status> in) {
        TABLE.put(act, new Row(who, in, NEVER_MOOT, null));
    }

    private static void act(
            Class<? extends Command> act, Who who, Set<Status> in, Refusal otherwise) {
        TABLE.put(act, new Row(who, in, NEVER_MOOT, otherwise));
    }

    private static void byProcess(Class<? extends Command> act, Set<Status> in, Set<Status> moot) {
        TABLE.put(act, new Row(Who.BODY, in, moot, null));
    }

    /**
     * One line of the table.
     *
     * @param in where the act may be done
     * @param moot where it changes nothing and is no error
     * @param otherwise why not in another state, where the state alone does not say it
     */
    private record Row(Who who, Set<Status> in, Set<Status> moot, @Nullable Refusal otherwise) {

        Refusal notFor() {
            return switch (who) {
                case APPLICANT_ALONE, APPLICANT_ALONE_OR_BODY, APPLICANT, APPLICANT_OR_OFFICER ->
                        LifecycleRefusals.NOT_THE_APPLICANT;
                case OFFICER, BODY, ANYONE -> LifecycleRefusals.OFFICER_ONLY;
            };
        }

        Refusal notIn(Status status) {
            boolean statusSaysItAll = status.ended() || otherwise == null;
            return statusSaysItAll ? LifecycleRefusals.of(status) : otherwise;
        }
    }
}
