package org.banshi.command.domain.matter;

import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.matter.MatterCommand.Report;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.InventedCatalogue;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The invented register {@code oil-ration} of the invented catalogue. */
class MatterTest {

    private static final MatterId ID = MatterId.of("oil-ration", "OR-7");

    @Test
    void the_first_report_begins_a_matter() {
        given().when(report("received", "2026-09-14"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(reported("received", "2026-09-14", null, null));
    }

    @Test
    void goes_on_from_state_to_state() {
        given(reported("received", "2026-09-14", null, null))
                .when(report("granted", "2026-09-15", "200", null, CLERK, LIN))
                .expectSuccessfulHandlerExecution()
                .expectEvents(reported("granted", "2026-09-15", "200", null));
    }

    @Test
    void what_is_told_twice_changes_nothing() {
        given(reported("granted", "2026-09-15", "200", null))
                .when(report("granted", "2026-09-15", "200.00", null, CLERK, LIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_older_than_the_last_is_refused() {
        refused(
                "matter-older",
                report("received", "2026-09-10"),
                reported("granted", "2026-09-14", "200", null));
    }

    @Test
    void nothing_follows_an_end() {
        refused(
                "matter-ended",
                report("received", "2026-09-16"),
                reported("refused", "2026-09-15", null, "为时已晚"));
    }

    @Test
    void a_grant_names_the_amount_and_a_refusal_the_reason() {
        refused("matter-incomplete", report("granted", "2026-09-15"));
        refused("matter-incomplete", report("refused", "2026-09-15", null, " ", CLERK, LIN));
    }

    @Test
    void only_the_body_that_handles_it_tells_of_it() {
        Actor other = Actor.officer("police", "county-police", CLERK.region());
        refused("matter-of-another-body", report("received", "2026-09-14", null, null, other, LIN));
        refused(
                "matter-of-another-body",
                report("received", "2026-09-14", null, null, LIN_SELF, LIN));
    }

    @Test
    void a_number_is_one_persons() {
        refused(
                "matter-of-another-person",
                report("granted", "2026-09-15", "200", null, CLERK, new PersonId("person-wu")),
                reported("received", "2026-09-14", null, null));
    }

    @Test
    void what_nobody_laid_down_is_refused() {
        refused("matter-state-unknown", report("lost", "2026-09-14"));
        refused("matter-in-the-future", report("received", "2026-09-17"));
        refused(
                "matter-unknown",
                new Report(
                        ID,
                        "water-ration",
                        "OR-7",
                        LIN,
                        "received",
                        LocalDate.parse("2026-09-14"),
                        null,
                        null,
                        on("2026-09-16", CLERK)));
    }

    private static void refused(String code, Report command, MatterEvent... before) {
        given(before)
                .when(command)
                .expectException(RefusedException.class)
                .expectExceptionMessage(code)
                .expectNoEvents();
    }

    private interface When {
        ResultValidator<Matter> when(Report command);
    }

    private static When given(MatterEvent... before) {
        AggregateTestFixture<Matter> fixture = new AggregateTestFixture<>(Matter.class);
        fixture.registerInjectableResource(
                (Catalogue) new InventedCatalogue(InventedService.lanternPermit()));
        return command ->
                before.length == 0
                        ? fixture.givenNoPriorActivity().when(command)
                        : fixture.given((Object[]) before).when(command);
    }

    private static Report report(String state, String day) {
        return report(state, day, null, null, CLERK, LIN);
    }

    private static Report report(
            String state,
            String day,
            @Nullable String amount,
            @Nullable String reason,
            Actor by,
            PersonId person) {
        return new Report(
                ID,
                "oil-ration",
                "OR-7",
                person,
                state,
                LocalDate.parse(day),
                amount == null ? null : new BigDecimal(amount),
                reason,
                on("2026-09-16", by));
    }

    private static MatterEvent reported(
            String state, String day, @Nullable String amount, @Nullable String reason) {
        return new MatterEvent.Reported(
                ID,
                LIN,
                "oil-ration",
                "OR-7",
                state,
                LocalDate.parse(day),
                amount == null ? null : new BigDecimal(amount),
                reason);
    }
}
