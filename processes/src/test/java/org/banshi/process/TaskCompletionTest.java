package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.process.task.TaskCompletion;
import org.banshi.process.task.TaskGoneException;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class TaskCompletionTest {

    @Autowired private Office office;
    @Autowired private TaskCompletion completion;
    @Autowired private CommandGateway commands;
    @Autowired private StandInDomain domain;

    @AfterEach
    void mend() {
        domain.mend();
    }

    @Test
    void completes_act_work_item_and_engine_at_once() {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");

        office.complete(application, "check-papers", "refuse", Map.of("reason", "out-of-town"));

        assertThat(office.story(application)).endsWith("application.acceptance-refused");
        assertThat(office.story(task)).containsExactly("work-item.opened", "work-item.completed");
        assertThat(office.tasks(application)).isEmpty();
    }

    @Test
    void opens_a_work_item_when_the_engine_waits_and_cancels_it_when_the_case_is_withdrawn() {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");

        commands.sendAndWait(new ApplicationCommand.Withdraw(application, null, office.citizen()));
        office.settle();

        assertThat(office.story(task)).containsExactly("work-item.opened", "work-item.cancelled");
        assertThat(office.tasks(application)).isEmpty();
    }

    @Test
    void refuses_an_outcome_that_the_step_does_not_have() {
        ApplicationId application = office.open();

        assertThatThrownBy(() -> office.complete(application, "check-papers", "grant"))
                .isInstanceOfSatisfying(
                        InvalidTaskDataException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting("pointer")
                                        .containsExactly("/outcome"));
        assertUntouched(application);
    }

    @Test
    void refuses_data_that_do_not_satisfy_the_form() {
        ApplicationId application = office.open();

        assertThatThrownBy(() -> office.complete(application, "check-papers", "refuse"))
                .isInstanceOfSatisfying(
                        InvalidTaskDataException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting("pointer")
                                        .containsExactly("/reason"));
        assertUntouched(application);
    }

    @Test
    void refuses_a_task_that_is_done() {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");
        office.complete(application, "check-papers", "refuse", Map.of("reason", "out-of-town"));

        assertThatThrownBy(() -> accept(task, "lin", null)).isInstanceOf(TaskGoneException.class);
    }

    @Test
    void changes_nothing_when_the_domain_refuses_the_act() {
        ApplicationId application = office.open();
        domain.fail(
                ApplicationCommand.RefuseAcceptance.class,
                () -> StandInDomain.refusal("not-your-body"));

        assertThatThrownBy(
                        () ->
                                office.complete(
                                        application,
                                        "check-papers",
                                        "refuse",
                                        Map.of("reason", "out-of-town")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("not-your-body"));
        assertUntouched(application);
    }

    @Test
    void changes_nothing_when_an_automatic_step_after_the_task_is_refused() {
        ApplicationId application = decided();
        domain.fail(SocialCommand.PostPublicNotice.class, () -> StandInDomain.refusal("no-notice"));
        List<String> before = office.story(application);
        String task = office.task(application, "decide-stall");

        assertThatThrownBy(
                        () ->
                                office.complete(
                                        application,
                                        "decide-stall",
                                        "grant",
                                        Map.of("opinion", "同意")))
                .isInstanceOf(RefusedException.class);

        assertThat(office.story(application)).isEqualTo(before);
        assertThat(office.story(task)).containsExactly("work-item.opened");
        assertThat(office.task(application, "decide-stall")).isEqualTo(task);
    }

    @Test
    void refuses_a_completion_of_a_version_that_has_passed() {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");
        commands.sendAndWait(new WorkItemCommand.Claim(task, office.officer("he")));

        assertThatThrownBy(() -> accept(task, "lin", 0L))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("stale-version"));
        accept(task, "he", 1L);
    }

    @Test
    void of_two_officers_at_once_exactly_one_wins_and_the_other_is_told() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 60; i++) {
                ApplicationId application = office.open();
                String task = office.task(application, "check-papers");
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Boolean>> answers =
                        officers.invokeAll(
                                List.of(race(task, "lin", start), race(task, "he", start)));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .containsExactlyInAnyOrder(true, false);
                assertThat(office.story(task))
                        .containsExactly("work-item.opened", "work-item.completed");
                assertThat(office.story(application))
                        .containsOnlyOnce("application.acceptance-refused");
            }
        } finally {
            officers.shutdownNow();
        }
    }

    /** True for who won; any other end than a kind refusal fails the test. */
    private Callable<Boolean> race(String task, String officer, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                completion.complete(
                        task,
                        "refuse",
                        new FormData(Map.of("reason", "out-of-town")),
                        office.officer(officer),
                        null);
                return true;
            } catch (TaskGoneException e) {
                return false;
            }
        };
    }

    private void accept(String task, String officer, Long version) {
        completion.complete(task, "accept", FormData.empty(), office.officer(officer), version);
    }

    /** A case that waits for its decision. */
    private ApplicationId decided() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(() -> !office.tasks(application).isEmpty());
        return application;
    }

    private void assertUntouched(ApplicationId application) {
        assertThat(office.story(application))
                .containsExactly("application.applied", "application.stage-started");
        assertThat(office.story(office.task(application, "check-papers")))
                .containsExactly("work-item.opened");
    }
}
