package org.banshi.command.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.domain.bus.Samples;
import org.banshi.command.domain.invented.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table, spelled out a second time: whoever changes one has to mean it. */
class AllowedActsTest {

    /** All but the one that opens a case. */
    private static final List<Class<?>> COMMANDS =
            Stream.<Class<?>>of(
                            ApplicationCommand.class,
                            SocialCommand.class,
                            ArbitrationCommand.class,
                            DisabilityCommand.class)
                    .<Class<?>>flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
                    .filter(act -> act != ApplicationCommand.Apply.class)
                    .toList();

    private static final String ALWAYS =
            "Comment FindAdjourned FollowVersion LiftProtection ListPending OpenAccess Protect"
                    + " ProvePosting RecordDeath RecordDelivery"
                    + " RefuteDeath RequestDelivery StayOnVersion ";
    private static final String OF_PARTIES =
            " Answer AskAdjournment AskAdvance AskRecusal FileClaim FileEvidence"
                    + " WithdrawClaim";
    private static final String OF_THE_COMMITTEE =
            " AcceptClaim AddParty Adjourn DecideRecusal DeemWithdrawn DenyAdjournment DenyAdvance"
                    + " Docket ForwardAnswers GrantAdjournment GrantAdvance HoldHearing"
                    + " HoldHearingByDefault MakeAward MakePartialAward NamePanel RefuseClaim"
                    + " RefuseSettlement Serve SetHearing Settle";
    private static final String EXECUTING = " HandOverAdvance";
    private static final String OPEN =
            ALWAYS
                    + "AskRegister AwaitAnswers AwaitTerm CarryOn DecideByRule EndNotice EndPublicNotice"
                    + " ObjectToNotice RaiseObjection RecordRegisterAnswer"
                    + " RescheduleStage StartStage Terminate Withdraw ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    APPLIED             | Accept CompleteStep PreAccept RecordInformationCheck RefuseAcceptance RequestSupplement
                    PRE_ACCEPTED        | Accept CompleteStep RecordInformationCheck RefuseAcceptance RequestSupplement
                    SUPPLEMENT_REQUIRED | CompleteStep Supplement
                    ACCEPTED            | Approve CompleteStep Confirm DrawSpotCheck EndSpecialProcedure GiveOpinion PostNotice PostPublicNotice ReckonSubsidy RecordHomeVisit RecordInformationCheck Reject RequestSupplement ResolveNoticeObjection ResolveObjection StartSpecialProcedure Suspend
                    SPECIAL_PROCEDURE   | AcceptAssessment DisputeAssessment EndSpecialProcedure RecordAssessment TellAssessment
                    SUSPENDED           | Resume
                    """)
    void allows_in_an_open_case(Status status, String acts) {
        String ofArbitration =
                switch (status) {
                    case ACCEPTED -> OF_PARTIES + OF_THE_COMMITTEE + EXECUTING;
                    case SUSPENDED -> OF_PARTIES + EXECUTING;
                    default -> "";
                };

        assertThat(names(status)).isEqualTo(sorted(OPEN + acts + ofArbitration));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONCLUDED    | Collect CompleteStep DecideByRule HandOverAdvance Rate RescheduleStage StartStage
                    NOT_ACCEPTED | DecideByRule Rate RescheduleStage StartStage
                    WITHDRAWN    | Rate Serve
                    TERMINATED   | Rate Serve
                    """)
    void allows_in_a_case_that_has_ended(Status status, String acts) {
        assertThat(names(status)).isEqualTo(sorted(ALWAYS + acts));
    }

    @Test
    void knows_every_act_of_the_contract() {
        Set<String> acts =
                Arrays.stream(Status.values())
                        .flatMap(status -> names(status).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(acts)
                .isEqualTo(
                        COMMANDS.stream()
                                .map(Class::getSimpleName)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What the gate lets an officer or the applicant do. */
    private static Set<String> names(Status status) {
        return COMMANDS.stream()
                .filter(
                        act ->
                                passes(status, act, People.CLERK)
                                        || passes(status, act, People.LIN_SELF))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean passes(Status status, Class<?> act, Actor actor) {
        try {
            Command command = Samples.of(act, People.on("2026-09-15", actor));
            return AllowedActs.gate(status, People.LIN, command).isEmpty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> sorted(String names) {
        return new TreeSet<>(List.of(names.split(" ")));
    }
}
