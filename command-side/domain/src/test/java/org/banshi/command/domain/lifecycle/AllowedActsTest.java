package org.banshi.command.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.social.SocialCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table, spelled out a second time: whoever changes one has to mean it. */
class AllowedActsTest {

    private static final String ALWAYS = "RecordDelivery RequestDelivery ";
    private static final String OPEN =
            ALWAYS
                    + "AskRegister DecideByRule EndPublicNotice RaiseObjection RecordRegisterAnswer"
                    + " RescheduleStage StartStage Terminate Withdraw ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    APPLIED             | Accept CompleteStep PreAccept RecordInformationCheck RefuseAcceptance RequestSupplement
                    PRE_ACCEPTED        | Accept CompleteStep RecordInformationCheck RefuseAcceptance RequestSupplement
                    SUPPLEMENT_REQUIRED | Supplement
                    ACCEPTED            | Approve CompleteStep Confirm EndSpecialProcedure GiveOpinion PostPublicNotice RecordHomeVisit RecordInformationCheck Reject RequestSupplement ResolveObjection StartSpecialProcedure Suspend
                    SPECIAL_PROCEDURE   | EndSpecialProcedure
                    SUSPENDED           | Resume
                    """)
    void allows_in_an_open_case(Status status, String acts) {
        assertThat(names(status)).isEqualTo(sorted(OPEN + acts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONCLUDED    | Collect CompleteStep DecideByRule Rate RescheduleStage StartStage
                    NOT_ACCEPTED | DecideByRule Rate RescheduleStage StartStage
                    WITHDRAWN    | Rate
                    TERMINATED   | Rate
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
        acts.add("Apply");

        assertThat(acts)
                .isEqualTo(
                        Stream.of(ApplicationCommand.class, SocialCommand.class)
                                .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
                                .map(Class::getSimpleName)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> names(Status status) {
        return AllowedActs.in(status).stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sorted(String names) {
        return new TreeSet<>(List.of(names.split(" ")));
    }
}
