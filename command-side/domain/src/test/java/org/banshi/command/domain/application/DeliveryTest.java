package org.banshi.command.domain.application;

import static org.banshi.command.contract.application.DeliveryChannel.EMAIL;
import static org.banshi.command.contract.application.DeliveryChannel.POST;
import static org.banshi.command.contract.application.DeliveryChannel.TEXT_MESSAGE;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LINS_DETAILS;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.RecordDelivery;
import org.banshi.command.contract.application.ApplicationCommand.RequestDelivery;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** How documents reach the applicant, and the remedies that run from then. */
class DeliveryTest extends EndingFixture {

    @Test
    void sends_a_document_to_the_phone_the_mailbox_or_hands_it_over() {
        approved()
                .when(deliver(TEXT_MESSAGE))
                .happens(requested(TEXT_MESSAGE, LINS_DETAILS.phone()));
        approved().when(deliver(EMAIL)).happens(requested(EMAIL, "lin@example.org"));
        approved().when(deliver(POST)).happens(requested(POST, ""));
    }

    @Test
    void tells_an_applicant_without_a_mailbox_by_text_message() {
        aCaseOf(permit)
                .given("2026-09-14", LIN_SELF, appliedWithoutMailbox())
                .when(deliver(EMAIL))
                .happens(requested(TEXT_MESSAGE, LINS_DETAILS.phone()));
    }

    @Test
    void serves_on_paper_who_applied_at_a_window() {
        ApplicationEvent.Applied online = appliedWithoutMailbox();
        ApplicationEvent.Applied atWindow =
                new ApplicationEvent.Applied(
                        online.application(),
                        online.subject(),
                        online.number(),
                        online.service(),
                        online.region(),
                        Channel.WINDOW,
                        online.details(),
                        online.form(),
                        online.materials(),
                        online.queryCode());
        aCaseOf(permit)
                .given("2026-09-14", CLERK, atWindow)
                .when(deliver(TEXT_MESSAGE))
                .happens(requested(POST, ""));
        aCaseOf(permit)
                .given("2026-09-14", CLERK, atWindow)
                .when(deliver(EMAIL))
                .happens(requested(POST, ""));
    }

    @Test
    void sends_the_same_delivery_once() {
        approved()
                .given("2026-09-21", PROCESS, requested(POST, ""))
                .when(deliver(POST))
                .nothingHappens();
    }

    /** Rules §1.5, example A8: the holidays of 2027 are not announced. */
    @Test
    void marks_the_last_days_of_remedies_that_cross_into_a_year_without_a_calendar() {
        rejected()
                .given("2026-11-20", PROCESS, requested(POST, ""))
                .when(delivered("2026-11-20", "2026-11-20"))
                .happens(
                        new ApplicationEvent.Delivered(
                                CASE,
                                LIN,
                                "d-1",
                                "decision",
                                LocalDate.parse("2026-11-20"),
                                "receipt 7",
                                List.of(until(0, "2027-01-19"), until(1, "2027-05-20"))));
    }

    @Test
    void counts_the_remedies_of_a_rejection_from_its_delivery() {
        // 60 calendar days from 09-21 end on 11-20; six months end on Sunday 2027-03-21
        rejected()
                .given("2026-09-21", PROCESS, requested(POST, ""))
                .when(delivered("2026-09-21", "2026-09-22"))
                .happens(
                        new ApplicationEvent.Delivered(
                                CASE,
                                LIN,
                                "d-1",
                                "decision",
                                LocalDate.parse("2026-09-21"),
                                "receipt 7",
                                List.of(until(0, "2026-11-20"), until(1, "2027-03-22"))));
    }

    @Test
    void names_no_remedies_for_a_document_that_decides_nothing_against_the_applicant() {
        approved()
                .given("2026-09-21", PROCESS, requested(POST, ""))
                .when(delivered("2026-09-21", "2026-09-22"))
                .happens(arrived());
    }

    @Test
    void records_a_delivery_once() {
        approved()
                .given("2026-09-21", PROCESS, requested(POST, ""))
                .given("2026-09-22", PROCESS, arrived())
                .when(delivered("2026-09-22", "2026-09-22"))
                .nothingHappens();
    }

    @Test
    void takes_the_day_and_way_that_an_officer_served_it() {
        rejected()
                .given("2026-09-21", PROCESS, requested(POST, ""))
                .when(servedByOfficer("2026-09-21"))
                .happens(
                        new ApplicationEvent.Delivered(
                                CASE,
                                LIN,
                                "d-1",
                                "decision",
                                LocalDate.parse("2026-09-21"),
                                "left: RR123",
                                List.of(until(0, "2026-11-20"), until(1, "2027-03-22"))));
    }

    @Test
    void tells_an_officer_that_a_delivery_is_recorded_already() {
        approved()
                .given("2026-09-21", PROCESS, requested(POST, ""))
                .given("2026-09-22", PROCESS, arrived())
                .when(servedByOfficer("2026-09-22"))
                .refused("delivered-before");
    }

    @Test
    void counts_from_the_day_that_a_step_before_wrote_down() {
        rejected()
                .given("2026-09-22", CLERK, served("2026-09-21"))
                .when(deliverServed())
                .happens(
                        requested(POST, ""),
                        new ApplicationEvent.Delivered(
                                CASE,
                                LIN,
                                "d-1",
                                "decision",
                                LocalDate.parse("2026-09-21"),
                                "direct",
                                List.of(until(0, "2026-11-20"), until(1, "2027-03-22"))));
    }

    @Test
    void refuses_a_service_after_today_before_the_decision_or_not_written_down() {
        for (String day : List.of("2026-09-23", "2026-09-10")) {
            rejected()
                    .given("2026-09-22", CLERK, served(day))
                    .when(deliverServed())
                    .refused("delivery-day");
        }
        rejected().when(deliverServed()).refused("service-day-missing");
    }

    @Test
    void refuses_the_delivery_of_what_was_never_sent() {
        approved().when(delivered("2026-09-21", "2026-09-22")).refused("delivery-unknown");
    }

    @Test
    void refuses_a_delivery_before_it_was_sent_or_after_today() {
        CaseFixture sent = approved().given("2026-09-21", PROCESS, requested(POST, ""));
        sent.when(delivered("2026-09-20", "2026-09-22")).refused("delivery-day");

        CaseFixture sentToo = approved().given("2026-09-21", PROCESS, requested(POST, ""));
        sentToo.when(delivered("2026-09-23", "2026-09-22")).refused("delivery-day");
    }

    @Test
    void tells_of_a_termination_after_the_end() {
        accepted()
                .given("2026-09-16", CLERK, terminated())
                .when(deliver(POST))
                .happens(requested(POST, ""));
    }

    private static Remedy until(int remedy, String day) {
        Remedy it = Remedies.OPEN.get(remedy);
        LocalDate last = LocalDate.parse(day);
        DueDate due = new DueDate(last, last.getYear() == 2027);
        return new Remedy(it.code(), it.where(), due, it.rule());
    }

    private ApplicationEvent.Applied appliedWithoutMailbox() {
        ApplicationEvent.Applied it = appliedEvent(permit.version(), Map.of());
        return copy(it, new Applicant("林小灯", "440106190503071237", "13800000000", null), it.form());
    }

    private static RequestDelivery deliver(DeliveryChannel channel) {
        return new RequestDelivery(CASE, "d-1", "decision", channel, on("2026-09-21", PROCESS));
    }

    private static ApplicationEvent.DeliveryRequested requested(
            DeliveryChannel channel, String address) {
        return new ApplicationEvent.DeliveryRequested(
                CASE, LIN, "d-1", "decision", channel, address);
    }

    private static RecordDelivery delivered(String day, String today) {
        return new RecordDelivery(
                CASE, "d-1", LocalDate.parse(day), "receipt 7", on(today, PROCESS));
    }

    private static RecordDelivery servedByOfficer(String day) {
        return new RecordDelivery(
                CASE, "d-1", LocalDate.parse(day), "left", "RR123", null, on("2026-09-22", CLERK));
    }

    private static RequestDelivery deliverServed() {
        return new RequestDelivery(
                CASE, "d-1", "decision", POST, "serve", on("2026-09-22", PROCESS));
    }

    private static ApplicationEvent.StepCompleted served(String day) {
        return new ApplicationEvent.StepCompleted(
                CASE,
                LIN,
                "serve",
                "served",
                false,
                "given",
                new FormData(Map.of("servedOn", day, "way", "direct")));
    }

    private static ApplicationEvent.Delivered arrived() {
        return new ApplicationEvent.Delivered(
                CASE,
                LIN,
                "d-1",
                "decision",
                LocalDate.parse("2026-09-21"),
                "receipt 7",
                List.of());
    }
}
