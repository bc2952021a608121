package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.banshi.process.world.StandInPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The stand-in ports themselves refuse to be called inside a transaction. */
@ProcessTest
class ErrandsTest {

    @Autowired private Office office;
    @Autowired private StandInPorts ports;
    @Autowired private StandInDomain domain;

    @AfterEach
    void mend() {
        ports.breakDown(0);
        domain.mend();
    }

    @Test
    void a_register_is_asked_and_its_answer_moves_the_case() {
        ApplicationId application = asked();

        assertThat(answer(application)).isEqualTo(RegisterOutcome.ANSWERED);
        office.task(application, "decide-stall");
        office.until(() -> errands(application) == 0);
    }

    @Test
    void a_register_that_is_out_of_order_is_asked_again() {
        ports.breakDown(1);

        assertThat(answer(asked())).isEqualTo(RegisterOutcome.ANSWERED);
    }

    @Test
    void a_register_that_stays_out_of_order_leads_to_a_task_and_not_to_a_guess() {
        ports.breakDown(3);
        ApplicationId application = asked();

        assertThat(answer(application)).isEqualTo(RegisterOutcome.NO_ANSWER);
        office.task(application, "decide-stall");
    }

    @Test
    void an_answer_that_could_not_be_recorded_is_recorded_later_once() {
        domain.fail(
                ApplicationCommand.RecordRegisterAnswer.class,
                () -> new IllegalStateException("the log is away"));
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(
                () ->
                        domain.received(ApplicationCommand.RecordRegisterAnswer.class).stream()
                                .anyMatch(it -> it.application().equals(application)));
        domain.mend();
        office.until(() -> !office.tasks(application).isEmpty());

        assertThat(office.story(application)).containsOnlyOnce("application.register-answered");
    }

    @Test
    void an_errand_that_the_domain_refuses_is_over() {
        domain.fail(
                ApplicationCommand.RecordRegisterAnswer.class,
                () -> StandInDomain.refusal("case-closed"));
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(
                () ->
                        office.story(application).contains("application.register-asked")
                                && received(application) > 0
                                && errands(application) == 0);

        assertThat(received(application)).isEqualTo(1);
    }

    private long received(ApplicationId application) {
        return domain.received(ApplicationCommand.RecordRegisterAnswer.class).stream()
                .filter(it -> it.application().equals(application))
                .count();
    }

    /** A case whose question was answered one way or another. */
    private ApplicationId asked() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(() -> !office.tasks(application).isEmpty());
        return application;
    }

    private RegisterOutcome answer(ApplicationId application) {
        List<RegisterAnswered> answers = office.events(application.value(), RegisterAnswered.class);
        assertThat(answers).hasSize(1);
        return answers.get(0).outcome();
    }

    private long errands(ApplicationId application) {
        return office.count(
                "SELECT count(*) FROM process_errand WHERE application = ?::uuid",
                application.value());
    }
}
