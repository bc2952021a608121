package org.banshi.command.domain.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.officers.CaseOfficersCommand.Declare;
import org.banshi.command.contract.officers.CaseOfficersCommand.Handle;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.CaseOfficersEvent.ConcernDeclared;
import org.banshi.command.contract.officers.CaseOfficersEvent.StepHandled;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedCatalogue;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** Four eyes and stepping back: what packages declare, and the command side holds. */
class CaseOfficersTest {

    private static final String DAY = "2026-09-14";
    private static final CaseOfficersId OFFICERS = CaseOfficersId.of(CaseFixture.CASE);
    private static final ServiceVersion SERVICE = new ServiceVersion("lantern-permit", 3);
    private static final InventedCatalogue CATALOGUE =
            new InventedCatalogue(
                    InventedService.lanternPermit()
                            .step("look", "town", "step", "fine")
                            .step("decide", "town", "step", "fine")
                            .apart("decide", "look"));
    private static final Actor COLLEAGUE = Actor.officer("colleague", "town", TOWN);

    private static final StepHandled LOOKED = new StepHandled(OFFICERS, "look", "clerk");
    private static final ConcernDeclared UNCONCERNED =
            new ConcernDeclared(OFFICERS, "clerk", Concern.NONE);
    private static final ConcernDeclared KIN = new ConcernDeclared(OFFICERS, "clerk", Concern.KIN);

    @Test
    void nobody_decides_on_what_they_looked_into_themselves() {
        given(LOOKED, UNCONCERNED).refuses("officer-same-eyes", handle("decide", CLERK));
        given(LOOKED, new ConcernDeclared(OFFICERS, "colleague", Concern.NONE))
                .when(handle("decide", COLLEAGUE))
                .expectEvents(new StepHandled(OFFICERS, "decide", "colleague"));
    }

    @Test
    void who_looked_first_may_decide_once_another_one_looked_again() {
        given(LOOKED, UNCONCERNED, new StepHandled(OFFICERS, "look", "colleague"))
                .when(handle("decide", CLERK))
                .expectEvents(new StepHandled(OFFICERS, "decide", "clerk"));
    }

    @Test
    void an_impartial_step_is_done_by_whoever_said_to_be_so() {
        given().refuses("officer-undeclared", handle("decide", CLERK));
        given(UNCONCERNED)
                .when(handle("decide", CLERK))
                .expectEvents(new StepHandled(OFFICERS, "decide", "clerk"));
        given(UNCONCERNED, KIN).refuses("officer-concerned", handle("look", CLERK));
    }

    @Test
    void the_same_one_again_is_told_once() {
        given(LOOKED)
                .when(handle("look", CLERK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoever_is_concerned_stays_so() {
        given().when(declare(Concern.KIN, CLERK)).expectEvents(KIN);
        given(KIN).when(declare(Concern.KIN, CLERK)).expectNoEvents();
        given(KIN)
                .when(declare(Concern.OTHER, CLERK))
                .expectEvents(new ConcernDeclared(OFFICERS, "clerk", Concern.OTHER));
        given(KIN).refuses("officer-concerned", declare(Concern.NONE, CLERK));
        given(UNCONCERNED).when(declare(Concern.KIN, CLERK)).expectEvents(KIN);
        given().refuses("officer-declares", declare(Concern.NONE, LIN_SELF));
    }

    @Test
    void the_gate_keeps_the_concerned_from_every_act_in_the_case() throws Exception {
        Command comment = new ApplicationCommand.Comment(CaseFixture.CASE, "好", on(DAY, CLERK));

        assertThat(gate(comment, LOOKED)).isEqualTo("handled");
        assertThat(gate(comment, KIN)).isEqualTo("officer-concerned");
        assertThat(
                        gate(
                                new ApplicationCommand.Comment(
                                        CaseFixture.CASE, "好", on(DAY, COUNTY)),
                                KIN))
                .as("a colleague")
                .isEqualTo("handled");
        assertThat(gate(new WorkItemCommand.Complete("task", "fine", on(DAY, CLERK)), KIN))
                .isEqualTo("officer-concerned");
        for (Command oversight :
                List.of(
                        new WorkItemCommand.Assign("task", "colleague", on(DAY, CLERK)),
                        new WorkItemCommand.Unassign("task", null, on(DAY, CLERK)),
                        new WorkItemCommand.Escalate(
                                "task", EscalationReason.STUCK, null, on(DAY, CLERK)),
                        new WorkItemCommand.EndEscalation("task", null, on(DAY, CLERK)))) {
            assertThat(gate(oversight, KIN)).as("who oversees, too").isEqualTo("officer-concerned");
            assertThat(gate(oversight, UNCONCERNED)).isEqualTo("handled");
        }
        assertThat(gate(new WorkItemCommand.Release("task", on(DAY, CLERK)), KIN))
                .as("gives back")
                .isEqualTo("handled");
    }

    @Test
    void the_gate_gives_nobody_a_task_that_another_one_has_to_do() throws Exception {
        assertThat(gate(new WorkItemCommand.Claim("task", on(DAY, CLERK)), LOOKED))
                .isEqualTo("officer-same-eyes");
        assertThat(gate(new WorkItemCommand.Claim("task", on(DAY, COLLEAGUE)), LOOKED))
                .isEqualTo("handled");
        assertThat(gate(new WorkItemCommand.Assign("task", "clerk", on(DAY, COUNTY)), LOOKED))
                .isEqualTo("officer-same-eyes");
        assertThat(gate(new WorkItemCommand.Assign("task", "clerk", on(DAY, COUNTY)), KIN))
                .isEqualTo("officer-concerned");
    }

    @Test
    void the_gate_lets_nobody_but_the_deputy_take_over() throws Exception {
        assertThat(gate(over(COLLEAGUE), UNCONCERNED)).isEqualTo("handled");
        assertThat(gate(over(CLERK), UNCONCERNED)).isEqualTo("officer-no-deputy");
        assertThat(gate(over(COLLEAGUE), new StepHandled(OFFICERS, "look", "colleague")))
                .as("deputy or not")
                .isEqualTo("officer-same-eyes");
    }

    private static Command over(Actor by) {
        return new WorkItemCommand.TakeOver("task", "away", null, on(DAY, by));
    }

    /** What becomes of it; the task is to decide, and the colleague stands in for who is away. */
    private static String gate(Command command, CaseOfficersEvent... before) throws Exception {
        CaseOfficersState state = new CaseOfficersState();
        List.of(before).forEach(state::on);
        OfficersGate gate =
                new OfficersGate(
                        new OfficersGate.OfficersOnRecord() {
                            @Override
                            public CaseOfficersState officers(ApplicationId application) {
                                return state;
                            }

                            @Override
                            public boolean standsIn(String deputy, String officer, LocalDate day) {
                                return deputy.equals("colleague") && officer.equals("away");
                            }

                            @Override
                            public Optional<WorkItemEvent.Opened> task(String workItem) {
                                return Optional.of(
                                        new WorkItemEvent.Opened(
                                                workItem,
                                                CaseFixture.CASE,
                                                SERVICE,
                                                "decide",
                                                "town",
                                                TOWN,
                                                null));
                            }
                        },
                        CATALOGUE);
        DefaultUnitOfWork<GenericCommandMessage<Command>> work =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(command));
        try {
            return String.valueOf(gate.handle(work, () -> "handled"));
        } catch (RefusedException refused) {
            return refused.refusal().code();
        } finally {
            work.rollback();
        }
    }

    private static Handle handle(String step, Actor by) {
        return new Handle(OFFICERS, SERVICE, step, on(DAY, by));
    }

    private static Declare declare(Concern concern, Actor by) {
        return new Declare(OFFICERS, concern, on(DAY, by));
    }

    private static Story given(CaseOfficersEvent... before) {
        return new Story(before);
    }

    private record Story(CaseOfficersEvent... before) {

        ResultValidator<CaseOfficers> when(Command command) {
            AggregateTestFixture<CaseOfficers> fixture =
                    new AggregateTestFixture<>(CaseOfficers.class);
            fixture.registerInjectableResource(CATALOGUE);
            return before.length == 0
                    ? fixture.givenNoPriorActivity().when(command)
                    : fixture.given((Object[]) before).when(command);
        }

        void refuses(String code, Command command) {
            when(command)
                    .expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }
    }
}
