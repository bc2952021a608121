package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent.StageRescheduled;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.workitem.WorkItemEvent.Rescheduled;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LastDaysTest {

    private static final DueDate LATER = new DueDate(LocalDate.parse("2026-10-09"), true);

    @Autowired private Office office;
    @Autowired private CommandGateway commands;
    @Autowired private StandInDomain domain;

    @AfterEach
    void mend() {
        domain.lastDay(null);
    }

    @Test
    void an_open_work_item_has_the_last_day_that_the_case_gives_its_stage() {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");

        domain.lastDay(LATER);
        commands.sendAndWait(
                new ApplicationCommand.Suspend(application, "洪水", office.officer("lin")));
        office.settle();
        domain.lastDay(null);
        commands.sendAndWait(new ApplicationCommand.Resume(application, office.officer("lin")));
        office.settle();

        assertThat(office.events(application.value(), StageRescheduled.class))
                .extracting(StageRescheduled::step, StageRescheduled::due)
                .containsExactly(tuple("check-papers", LATER), tuple("check-papers", null));
        assertThat(office.events(task, Rescheduled.class))
                .extracting(Rescheduled::due)
                .containsExactly(LATER, null);
    }

    @Test
    void a_case_without_an_open_work_item_has_none_to_move() {
        ApplicationId application = office.open();
        office.complete(
                application,
                "check-papers",
                "supplement",
                Map.of("items", List.of("photo"), "reason", "照片不清楚"));
        office.settle();

        assertThat(office.story(application)).endsWith("application.supplement-requested");
    }
}
