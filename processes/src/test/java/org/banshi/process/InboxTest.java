package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class InboxTest {

    @Autowired private Office office;
    @Autowired private CommandGateway commands;
    @Autowired private StandInPorts ports;
    @Autowired private MovableClock clock;

    @Test
    void a_message_that_comes_before_its_process_waits_is_delivered_when_it_does() {
        ApplicationId application = office.open();
        supplement(application);
        office.settle();
        assertThat(waiting(application)).isEqualTo(1);

        askForSupplement(application);

        assertThat(waiting(application)).isZero();
        office.task(application, "check-papers");
        assertThat(office.story(application))
                .containsExactly(
                        "application.applied",
                        "application.stage-started",
                        "application.supplemented",
                        "application.supplement-requested",
                        "application.stage-started");
    }

    @Test
    void messages_are_delivered_one_for_one_in_the_order_of_the_log() {
        ApplicationId application = office.open();
        supplement(application);
        supplement(application);
        office.settle();

        askForSupplement(application);
        assertThat(waiting(application)).isEqualTo(1);
        askForSupplement(application);

        assertThat(waiting(application)).isZero();
        office.task(application, "check-papers");
    }

    @Test
    void a_message_is_delivered_at_once_when_its_process_waits() {
        ApplicationId application = office.open();
        askForSupplement(application);
        assertThat(office.tasks(application)).isEmpty();

        supplement(application);
        office.settle();

        office.task(application, "check-papers");
        assertThat(waiting(application)).isZero();
    }

    @Test
    void a_withdrawal_right_after_the_application_ends_the_process() {
        ApplicationId application = office.apply();
        withdraw(application);
        office.settle();

        assertThat(office.tasks(application)).isEmpty();
        assertThat(running(application)).isZero();
    }

    @Test
    void what_nobody_waits_for_any_more_is_dropped_with_the_process() {
        ApplicationId application = office.open();
        supplement(application);
        office.settle();
        assertThat(waiting(application)).isEqualTo(1);

        withdraw(application);
        office.settle();
        assertThat(running(application)).isZero();
        assertThat(waiting(application)).isZero();

        supplement(application);
        office.settle();
        assertThat(waiting(application)).isZero();
    }

    @Test
    void a_document_that_arrives_moves_nobody_who_waits_for_another() {
        ApplicationId application = office.open();
        office.complete(application, "check-papers", "accept");
        office.until(() -> !office.tasks(application).isEmpty());
        deliver(application, "another-document");
        ports.refuseMessages(1_000);
        office.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
        clock.advance(Duration.ofDays(9));
        office.until(() -> office.story(application).contains("application.delivery-requested"));
        office.settle();

        assertThat(running(application)).isEqualTo(1);
        assertThat(waiting(application)).isEqualTo(1);

        deliver(
                application,
                office.events(application.value(), ApplicationEvent.DeliveryRequested.class)
                        .get(0)
                        .delivery());
        office.settle();

        assertThat(running(application)).isZero();
        assertThat(waiting(application)).isZero();
    }

    @AfterEach
    void mend() {
        ports.refuseMessages(0);
    }

    private void deliver(ApplicationId application, String delivery) {
        commands.sendAndWait(
                new ApplicationCommand.RecordDelivery(
                        application,
                        delivery,
                        office.citizen().day(),
                        "receipt",
                        office.citizen()));
    }

    private void askForSupplement(ApplicationId application) {
        office.complete(
                application,
                "check-papers",
                "supplement",
                Map.of("items", List.of("photo"), "reason", "照片不清楚"));
    }

    private void supplement(ApplicationId application) {
        commands.sendAndWait(
                new ApplicationCommand.Supplement(
                        application, FormData.empty(), List.of(), office.citizen()));
    }

    private void withdraw(ApplicationId application) {
        commands.sendAndWait(new ApplicationCommand.Withdraw(application, null, office.citizen()));
    }

    private long waiting(ApplicationId application) {
        return office.count(
                "SELECT count(*) FROM process_inbox WHERE application = ?::uuid",
                application.value());
    }

    private long running(ApplicationId application) {
        return office.count(
                "SELECT count(*) FROM act_ru_execution WHERE business_key_ = ?",
                application.value());
    }
}
