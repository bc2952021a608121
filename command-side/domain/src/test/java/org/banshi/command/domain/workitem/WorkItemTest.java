package org.banshi.command.domain.workitem;

import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.command.contract.workitem.WorkItemCommand.Assign;
import org.banshi.command.contract.workitem.WorkItemCommand.Cancel;
import org.banshi.command.contract.workitem.WorkItemCommand.Claim;
import org.banshi.command.contract.workitem.WorkItemCommand.Complete;
import org.banshi.command.contract.workitem.WorkItemCommand.EndEscalation;
import org.banshi.command.contract.workitem.WorkItemCommand.Escalate;
import org.banshi.command.contract.workitem.WorkItemCommand.EscalateOverdue;
import org.banshi.command.contract.workitem.WorkItemCommand.Open;
import org.banshi.command.contract.workitem.WorkItemCommand.Release;
import org.banshi.command.contract.workitem.WorkItemCommand.Reschedule;
import org.banshi.command.contract.workitem.WorkItemCommand.TakeOver;
import org.banshi.command.contract.workitem.WorkItemCommand.Unassign;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

class WorkItemTest {

    private static final String ITEM = "task-1";
    private static final String DAY = "2026-09-14";
    private static final Actor COLLEAGUE = Actor.officer("colleague", "town", TOWN);
    private static final Actor SUPERVISOR =
            Actor.officer("supervisor", "county-civil", new RegionCode("440100"));
    private static final ServiceVersion SERVICE = new ServiceVersion("lantern-permit", 3);

    private static final WorkItemEvent OPENED =
            new WorkItemEvent.Opened(
                    ITEM, CaseFixture.CASE, SERVICE, "measure", "town", TOWN, null);
    private static final WorkItemEvent CLAIMED = new WorkItemEvent.Claimed(ITEM, "clerk");
    private static final WorkItemEvent DONE = new WorkItemEvent.Completed(ITEM, "clerk", "fine");
    private static final WorkItemEvent CANCELLED = new WorkItemEvent.Cancelled(ITEM);

    @Test
    void opens_for_a_body_of_a_region() {
        new AggregateTestFixture<>(WorkItem.class)
                .givenNoPriorActivity()
                .when(
                        new Open(
                                ITEM,
                                CaseFixture.CASE,
                                SERVICE,
                                "measure",
                                "town",
                                TOWN,
                                null,
                                on(DAY, PROCESS)))
                .expectEvents(OPENED);
    }

    @Test
    void refuses_whoever_saw_another_version_of_it() {
        refused("stale-version", new Claim(ITEM, 1L, on(DAY, CLERK)), OPENED);
        refused("stale-version", new Release(ITEM, 0L, on(DAY, CLERK)), OPENED, CLAIMED);
        refused("stale-version", new Complete(ITEM, "fine", 0L, on(DAY, CLERK)), OPENED, CLAIMED);
        refused("stale-version", new Assign(ITEM, "he", 0L, on(DAY, SUPERVISOR)), OPENED, CLAIMED);
        given(new Claim(ITEM, 0L, on(DAY, CLERK)), OPENED).expectEvents(CLAIMED);
        given(new Complete(ITEM, "fine", 1L, on(DAY, CLERK)), OPENED, CLAIMED).expectEvents(DONE);
    }

    @Test
    void goes_before_those_above_by_rule_once_for_each_last_day() {
        WorkItemEvent late = new WorkItemEvent.Rescheduled(ITEM, CaseFixture.due("2026-09-01"));
        WorkItemEvent later = new WorkItemEvent.Rescheduled(ITEM, CaseFixture.due("2026-09-03"));
        WorkItemEvent county =
                new WorkItemEvent.Escalated(ITEM, TOWN.county(), EscalationReason.LONG_OVERDUE);
        WorkItemEvent ended = new WorkItemEvent.EscalationEnded(ITEM);

        given(longOverdue("2026-09-02"), OPENED, late).expectEvents(county);
        for (WorkItemEvent[] before :
                new WorkItemEvent[][] {
                    {OPENED}, {OPENED, later}, {OPENED, late, CLAIMED, DONE}, {OPENED, late, county}
                }) {
            nothing(longOverdue("2026-09-02"), (Object[]) before);
        }
        WorkItemEvent byHand =
                new WorkItemEvent.Escalated(ITEM, TOWN.county(), EscalationReason.OVERDUE);
        Actor above = Actor.officer("above", "county-civil", TOWN.county());
        Actor below = Actor.officer("below", "town", TOWN);
        EscalateOverdue again = longOverdue("2026-09-02");
        nothing(again, OPENED, late, county, by(above, "2026-09-14", ended));
        nothing(again, OPENED, late, byHand, by(above, "2026-09-02", ended));
        given(again, OPENED, late, byHand, by(above, "2026-09-01", ended)).expectEvents(county);
        given(again, OPENED, late, byHand, by(below, "2026-09-14", ended)).expectEvents(county);
        given(longOverdue("2026-09-07"), OPENED, late, county, by(above, DAY, ended), later)
                .expectEvents(county);
        given(new Complete(ITEM, "fine", 2L, on(DAY, CLERK)), OPENED, late, CLAIMED, county)
                .expectEvents(DONE);
        given(new EndEscalation(ITEM, null, on(DAY, SUPERVISOR)), OPENED, late, county)
                .expectEvents(ended);
        Actor near = Actor.officer("near", "town", TOWN);
        refused(
                "work-item-above-us",
                new EndEscalation(ITEM, null, on(DAY, near)),
                OPENED,
                late,
                county);
        refused(
                "work-item-reason-of-rule",
                new Escalate(ITEM, EscalationReason.LONG_OVERDUE, null, on(DAY, near)),
                OPENED);
    }

    private static EventMessage<?> by(Actor actor, String day, WorkItemEvent event) {
        return new GenericEventMessage<>(event).withMetaData(StampMetadata.of(on(day, actor)));
    }

    private static void nothing(Object command, Object... events) {
        given(command, events).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static EscalateOverdue longOverdue(String dueBefore) {
        return new EscalateOverdue(ITEM, LocalDate.parse(dueBefore), on(DAY, PROCESS));
    }

    @Test
    void a_supervisor_takes_it_from_whoever_has_it() {
        Unassign taken = new Unassign(ITEM, 1L, on(DAY, SUPERVISOR));

        given(taken, OPENED, CLAIMED)
                .expectEvents(new WorkItemEvent.Released(ITEM, SUPERVISOR.account()));
        nothing(new Unassign(ITEM, null, on(DAY, SUPERVISOR)), OPENED);
        refused("stale-version", new Unassign(ITEM, 0L, on(DAY, SUPERVISOR)), OPENED, CLAIMED);
        refused(
                "work-item-not-overseen",
                new Unassign(
                        ITEM,
                        null,
                        on(DAY, Actor.officer("far", "town", new RegionCode("440304")))),
                OPENED,
                CLAIMED);
        refused(
                "work-item-done",
                new Unassign(ITEM, null, on(DAY, SUPERVISOR)),
                OPENED,
                CLAIMED,
                DONE);
    }

    @Test
    void a_deputy_takes_it_from_the_officer_on_leave_who_has_it() {
        TakeOver over = new TakeOver(ITEM, "clerk", 1L, on(DAY, COLLEAGUE));

        given(over, OPENED, CLAIMED)
                .expectEvents(new WorkItemEvent.Assigned(ITEM, "colleague", "clerk"));
        nothing(over, OPENED, new WorkItemEvent.Claimed(ITEM, "colleague"));
        refused(
                "work-item-held-by-another",
                over,
                OPENED,
                new WorkItemEvent.Claimed(ITEM, "somebody"));
        refused("stale-version", new TakeOver(ITEM, "clerk", 0L, on(DAY, CLERK)), OPENED, CLAIMED);
        refused(
                "work-item-other-body",
                new TakeOver(ITEM, "clerk", null, on(DAY, COUNTY)),
                OPENED,
                CLAIMED);
    }

    @Test
    void goes_before_one_level_after_the_other_and_back() {
        RegionCode district = new RegionCode("440106");
        Actor near = Actor.officer("near", "county-civil", district);
        Actor province = Actor.officer("top", "province-civil", new RegionCode("440000"));
        WorkItemEvent city =
                new WorkItemEvent.Escalated(
                        ITEM, new RegionCode("440100"), EscalationReason.OVERDUE);
        WorkItemEvent higher =
                new WorkItemEvent.Escalated(ITEM, new RegionCode("440000"), EscalationReason.STUCK);
        WorkItemEvent ended = new WorkItemEvent.EscalationEnded(ITEM);

        given(new Escalate(ITEM, EscalationReason.OVERDUE, 1L, on(DAY, near)), OPENED, CLAIMED)
                .expectEvents(city);
        nothing(new Escalate(ITEM, EscalationReason.STUCK, null, on(DAY, near)), OPENED, city);
        given(new Escalate(ITEM, EscalationReason.STUCK, null, on(DAY, SUPERVISOR)), OPENED, city)
                .expectEvents(higher);
        given(new EndEscalation(ITEM, null, on(DAY, near)), OPENED, city).expectEvents(ended);
        given(new EndEscalation(ITEM, null, on(DAY, province)), OPENED, city, higher)
                .expectEvents(ended);
        nothing(new EndEscalation(ITEM, null, on(DAY, near)), OPENED, city, by(near, DAY, ended));
        refused(
                "work-item-above-us",
                new EndEscalation(ITEM, null, on(DAY, near)),
                OPENED,
                city,
                higher);
        refused(
                "work-item-nobody-above",
                new Escalate(ITEM, EscalationReason.BEYOND_US, null, on(DAY, province)),
                OPENED);
        refused(
                "work-item-not-overseen",
                new Escalate(
                        ITEM,
                        EscalationReason.STUCK,
                        null,
                        on(DAY, Actor.officer("far", "town", new RegionCode("440304")))),
                OPENED);
        refused(
                "work-item-not-overseen",
                new Escalate(ITEM, EscalationReason.STUCK, null, on(DAY, LIN_SELF)),
                OPENED);
        refused(
                "stale-version",
                new Escalate(ITEM, EscalationReason.STUCK, 0L, on(DAY, near)),
                OPENED,
                CLAIMED);
        refused(
                "work-item-done",
                new Escalate(ITEM, EscalationReason.STUCK, null, on(DAY, near)),
                OPENED,
                CLAIMED,
                DONE);
    }

    @Test
    void follows_its_stage_to_another_last_day() {
        DueDate later = CaseFixture.due("2026-09-22");
        Reschedule moved = new Reschedule(ITEM, later, on(DAY, PROCESS));
        Reschedule stopped = new Reschedule(ITEM, null, on(DAY, PROCESS));
        WorkItemEvent told = new WorkItemEvent.Rescheduled(ITEM, later);

        given(moved, OPENED, CLAIMED).expectEvents(told);
        nothing(moved, OPENED, told);
        given(stopped, OPENED, told).expectEvents(new WorkItemEvent.Rescheduled(ITEM, null));
    }

    @Test
    void has_no_last_day_to_keep_once_it_is_done_or_cancelled() {
        Reschedule moved = new Reschedule(ITEM, CaseFixture.due("2026-09-22"), on(DAY, PROCESS));

        nothing(moved, OPENED, CLAIMED, DONE);
        nothing(moved, OPENED, CANCELLED);
    }

    @Test
    void lets_an_officer_of_the_body_whose_region_covers_the_item_claim_it() {
        Actor ofTheCounty = Actor.officer("clerk", "town", new RegionCode("440106"));

        given(new Claim(ITEM, on(DAY, CLERK)), OPENED).expectEvents(CLAIMED);
        given(new Claim(ITEM, on(DAY, ofTheCounty)), OPENED).expectEvents(CLAIMED);
    }

    @Test
    void refuses_a_claim_by_another_body_another_region_or_a_citizen() {
        refused("work-item-other-body", new Claim(ITEM, on(DAY, COUNTY)), OPENED);
        refused(
                "work-item-other-body",
                new Claim(ITEM, on(DAY, Actor.officer("far", "town", new RegionCode("440304001")))),
                OPENED);
        refused("work-item-other-body", new Claim(ITEM, on(DAY, LIN_SELF)), OPENED);
    }

    @Test
    void keeps_an_item_for_whoever_claimed_it_first() {
        refused(
                "work-item-claimed-by-another",
                new Claim(ITEM, on(DAY, COLLEAGUE)),
                OPENED,
                CLAIMED);
    }

    @Test
    void changes_nothing_when_its_holder_claims_it_again() {
        nothing(new Claim(ITEM, on(DAY, CLERK)), OPENED, CLAIMED);
    }

    @Test
    void lets_its_holder_give_it_back_for_another_to_claim() {
        WorkItemEvent released = new WorkItemEvent.Released(ITEM, "clerk");

        given(new Release(ITEM, on(DAY, CLERK)), OPENED, CLAIMED).expectEvents(released);
        given(new Claim(ITEM, on(DAY, COLLEAGUE)), OPENED, CLAIMED, released)
                .expectEvents(new WorkItemEvent.Claimed(ITEM, "colleague"));
    }

    @Test
    void refuses_to_release_what_another_has_or_nobody() {
        refused(
                "work-item-claimed-by-another",
                new Release(ITEM, on(DAY, COLLEAGUE)),
                OPENED,
                CLAIMED);
        refused("work-item-not-claimed", new Release(ITEM, on(DAY, CLERK)), OPENED);
    }

    @Test
    void lets_the_regions_supervisor_hand_it_over() {
        WorkItemEvent assigned = new WorkItemEvent.Assigned(ITEM, "colleague", "supervisor");

        given(new Assign(ITEM, "colleague", on(DAY, SUPERVISOR)), OPENED, CLAIMED)
                .expectEvents(assigned);
        nothing(new Assign(ITEM, "colleague", on(DAY, SUPERVISOR)), OPENED, assigned);
        refused(
                "work-item-claimed-by-another",
                new Complete(ITEM, "fine", on(DAY, CLERK)),
                OPENED,
                CLAIMED,
                assigned);
    }

    @Test
    void refuses_a_hand_over_by_who_does_not_oversee_the_region() {
        Actor far = Actor.officer("far", "city-civil", new RegionCode("440300"));

        refused("work-item-not-overseen", new Assign(ITEM, "colleague", on(DAY, far)), OPENED);
        refused("work-item-not-overseen", new Assign(ITEM, "colleague", on(DAY, LIN_SELF)), OPENED);
    }

    @Test
    void lets_its_holder_complete_it() {
        given(new Complete(ITEM, "fine", on(DAY, CLERK)), OPENED, CLAIMED).expectEvents(DONE);
    }

    @Test
    void refuses_to_complete_what_another_has_or_nobody() {
        refused(
                "work-item-claimed-by-another",
                new Complete(ITEM, "fine", on(DAY, COLLEAGUE)),
                OPENED,
                CLAIMED);
        refused("work-item-not-claimed", new Complete(ITEM, "fine", on(DAY, CLERK)), OPENED);
    }

    @Test
    void refuses_everything_once_it_is_done() {
        refused("work-item-done", new Complete(ITEM, "x", on(DAY, CLERK)), OPENED, CLAIMED, DONE);
        refused("work-item-done", new Claim(ITEM, on(DAY, CLERK)), OPENED, CLAIMED, DONE);
        refused("work-item-done", new Release(ITEM, on(DAY, CLERK)), OPENED, CLAIMED, DONE);
        refused(
                "work-item-done",
                new Assign(ITEM, "colleague", on(DAY, SUPERVISOR)),
                OPENED,
                CLAIMED,
                DONE);
    }

    @Test
    void cancels_what_the_process_no_longer_needs() {
        given(new Cancel(ITEM, on(DAY, PROCESS)), OPENED).expectEvents(CANCELLED);
        refused("work-item-cancelled", new Claim(ITEM, on(DAY, CLERK)), OPENED, CANCELLED);
    }

    @Test
    void has_nothing_to_cancel_once_it_is_done_or_cancelled() {
        nothing(new Cancel(ITEM, on(DAY, PROCESS)), OPENED, CLAIMED, DONE);
        nothing(new Cancel(ITEM, on(DAY, PROCESS)), OPENED, CANCELLED);
    }

    private static ResultValidator<WorkItem> given(Object command, Object... events) {
        return new AggregateTestFixture<>(WorkItem.class).given(events).when(command);
    }

    private static void refused(String code, Object command, WorkItemEvent... events) {
        given(command, (Object[]) events)
                .expectException(RefusedException.class)
                .expectExceptionMessage(code)
                .expectNoEvents();
    }
}
