package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DIRECTOR;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DISPUTES;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.accepted;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claimServed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.empanelled;
import static org.banshi.command.domain.arbitration.ArbitrationCases.factory;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.hearing;
import static org.banshi.command.domain.arbitration.ArbitrationCases.held;
import static org.banshi.command.domain.arbitration.ArbitrationCases.lin;
import static org.banshi.command.domain.arbitration.ArbitrationCases.notice;
import static org.banshi.command.domain.arbitration.ArbitrationCases.panel;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Adjourn;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AskAdjournment;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DeemWithdrawn;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearing;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearingByDefault;
import org.banshi.command.contract.arbitration.ArbitrationCommand.MakeAward;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationCommand.SetHearing;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** When a case is heard, and what it means not to come (example F13). */
class HearingTest {

    @Test
    void books_panel_room_and_parties_for_half_a_day() {
        empanelled().when(set("2026-10-16", "2026-10-26")).happens(hearing(1, "2026-10-26"));
    }

    @Test
    void tells_the_parties_five_working_days_before() {
        empanelled().when(set("2026-10-20", "2026-10-26")).refused("notice-too-short");
        empanelled().when(set("2026-10-19", "2026-10-26")).happens(hearing(1, "2026-10-26"));
    }

    @Test
    void hears_nobody_on_a_day_off() {
        empanelled().when(set("2026-10-16", "2026-10-25")).refused("hearing-on-a-day-off");
    }

    @Test
    void lets_the_time_to_answer_pass_first() {
        empanelled().when(set("2026-09-28", "2026-10-15")).refused("answer-term-runs");
        empanelled()
                .given(
                        "2026-09-28",
                        DOCKET,
                        new ArbitrationEvent.Answered(
                                CASE, FACTORY, "r1", due("2026-10-13"), true, "不同意"))
                .given("2026-09-28", DOCKET, answerPassedOn())
                .when(set("2026-09-28", "2026-10-15"))
                .happens(hearing(1, "2026-10-15"));
        docketed()
                .given("2026-09-24", DOCKET, panel("甲"))
                .when(set("2026-09-28", "2026-10-15"))
                .refused("claim-not-served");
    }

    /** 办案规则 64: with the claim comes the day of the hearing, after the time to answer. */
    @Test
    void sets_a_collective_hearing_before_the_claim_is_served_for_after_the_time_to_answer() {
        CaseFixture together = collective().given("2026-09-18", DOCKET, panel("甲"));

        together.when(set("2026-09-21", "2026-10-12")).refused("answer-term-runs");
        together.when(set("2026-09-21", "2026-10-13")).happens(hearing(1, "2026-10-13"));
    }

    @Test
    void tells_a_collective_dispute_in_one_notice() {
        CaseFixture set =
                collective()
                        .given("2026-09-18", DOCKET, panel("甲"))
                        .given("2026-09-21", DOCKET, hearing(1, "2026-10-26"));

        set.when(
                        new Serve(
                                CASE,
                                ServedDocument.HEARING_NOTICE,
                                null,
                                LocalDate.parse("2026-09-24"),
                                ServiceWay.POST,
                                "receipt 2",
                                on("2026-09-24", DOCKET)))
                .happens(
                        notice("a1", LIN, 1, "2026-09-24"),
                        new ArbitrationEvent.DocumentServed(
                                CASE,
                                FACTORY,
                                "r1",
                                ServedDocument.CLAIM,
                                1,
                                LocalDate.parse("2026-09-24"),
                                ServiceWay.POST,
                                "receipt 2",
                                due("2026-10-15"),
                                List.of()),
                        notice("r1", FACTORY, 1, "2026-09-24"));
    }

    @Test
    void hears_no_collective_dispute_that_was_told_too_late_to_answer_first() {
        CaseFixture late =
                collective()
                        .given("2026-09-18", DOCKET, panel("甲"))
                        .given("2026-09-21", DOCKET, hearing(1, "2026-10-15"))
                        .given("2026-09-24", DOCKET, notice("a1", LIN, 1, "2026-09-24"));

        late.when(new HoldHearing(CASE, on("2026-10-15", DOCKET))).refused("claim-not-served");
        late.given("2026-09-24", DOCKET, claimServed())
                .given("2026-09-24", DOCKET, notice("r1", FACTORY, 1, "2026-09-24"))
                .when(new HoldHearingByDefault(CASE, List.of("r1"), on("2026-10-15", DOCKET)))
                .refused("answer-term-runs");
    }

    private static CaseFixture collective() {
        return accepted(form("PAY", "8000.00"))
                .given("2026-09-18", PROCESS, lin())
                .given("2026-09-18", PROCESS, factory())
                .given("2026-09-18", PROCESS, claim("c1", ClaimKind.PAY, "8000.00"))
                .given(
                        "2026-09-18",
                        PROCESS,
                        new ArbitrationEvent.Docketed(CASE, LIN, true, DISPUTES));
    }

    private static ArbitrationEvent.DocumentServed answerPassedOn() {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                LIN,
                "a1",
                ServedDocument.ANSWER,
                1,
                LocalDate.parse("2026-09-28"),
                ServiceWay.DIRECT,
                "receipt 3",
                null,
                List.of());
    }

    @Test
    void needs_a_panel_on_which_nobody_has_to_step_back() {
        served().when(set("2026-10-16", "2026-10-26")).refused("panel-missing");
        empanelled()
                .given("2026-10-15", LIN_SELF, recusal())
                .when(set("2026-10-16", "2026-10-26"))
                .refused("recusal-open");
    }

    @Test
    void sets_one_hearing_at_a_time() {
        told().when(set("2026-10-16", "2026-10-27")).refused("hearing-set-before");
    }

    @Test
    void takes_a_request_to_adjourn_three_working_days_before() {
        told().when(ask("2026-10-21", LIN_SELF))
                .happens(new ArbitrationEvent.AdjournmentAsked(CASE, LIN, 1, "a1", "住院"));
        told().when(ask("2026-10-22", LIN_SELF)).refused("adjournment-late");
        told().when(ask("2026-10-21", STRANGER)).refused("not-the-party");
        empanelled().when(ask("2026-10-21", LIN_SELF)).refused("no-hearing");
    }

    @Test
    void gives_the_booking_back_when_it_is_adjourned() {
        told().when(new Adjourn(CASE, "住院", on("2026-10-21", DOCKET)))
                .happens(new ArbitrationEvent.HearingAdjourned(CASE, LIN, 1, "住院"));
        empanelled().when(new Adjourn(CASE, "住院", on("2026-10-21", DOCKET))).refused("no-hearing");
        told().given(
                        "2026-10-21",
                        DOCKET,
                        new ArbitrationEvent.HearingAdjourned(CASE, LIN, 1, "住院"))
                .when(set("2026-10-21", "2026-10-30"))
                .happens(hearing(2, "2026-10-30"));
    }

    @Test
    void is_held_on_its_day_or_written_down_later() {
        told().when(new HoldHearing(CASE, on("2026-10-23", DOCKET))).refused("hearing-to-come");
        told().when(new HoldHearing(CASE, on("2026-10-26", DOCKET))).happens(held(1));
        empanelled().when(new HoldHearing(CASE, on("2026-10-26", DOCKET))).refused("no-hearing");
        told().given("2026-10-19", LIN_SELF, recusal())
                .when(new HoldHearing(CASE, on("2026-10-26", DOCKET)))
                .refused("recusal-open");
    }

    @Test
    void goes_on_without_a_respondent_who_was_told_in_time() {
        told().when(byDefault("r1"))
                .happens(new ArbitrationEvent.HearingHeld(CASE, LIN, 1, List.of("r1")));
    }

    @Test
    void goes_on_without_no_one_else() {
        told().when(byDefault("a1")).refused("absent-unknown");
        told().when(byDefault("r7")).refused("absent-unknown");
        told().when(byDefault()).refused("absent-unknown");
        toldLate().when(byDefault("r1")).refused("absent-not-told");
    }

    @Test
    void counts_a_claimant_who_was_told_and_does_not_come_as_having_withdrawn() {
        told().when(new DeemWithdrawn(CASE, on("2026-10-26", DOCKET)))
                .happens(new ArbitrationEvent.DeemedWithdrawn(CASE, LIN, 1));
        toldLate()
                .when(new DeemWithdrawn(CASE, on("2026-10-26", DOCKET)))
                .refused("absent-not-told");
        told().when(new DeemWithdrawn(CASE, on("2026-10-23", DOCKET))).refused("hearing-to-come");
    }

    @Test
    void hears_a_counter_claim_whose_claimant_does_not_come() {
        countered()
                .when(new DeemWithdrawn(CASE, on("2026-10-26", DOCKET)))
                .refused("counter-claim-open");
        countered()
                .when(byDefault("a1"))
                .happens(
                        new ArbitrationEvent.ClaimsDeemedWithdrawn(CASE, LIN, 1, List.of("c1")),
                        new ArbitrationEvent.HearingHeld(CASE, LIN, 1, List.of("a1")));
        countered().when(byDefault("a1", "r1")).refused("absent-unknown");
        countered()
                .given(
                        "2026-10-26",
                        DOCKET,
                        new ArbitrationEvent.ClaimsDeemedWithdrawn(CASE, LIN, 1, List.of("c1")))
                .given("2026-10-26", DOCKET, held(1))
                .when(
                        new MakeAward(
                                CASE,
                                List.of(new AwardedItem("c1", null)),
                                "理由",
                                on("2026-10-28", DOCKET)))
                .refused("claim-not-open");
    }

    /** Else no claim might be left to decide on, where the counter-claim is then refused. */
    @Test
    void strikes_off_no_claim_for_a_counter_claim_that_may_not_join() {
        counterFiled().when(byDefault("a1")).refused("claim-pending");
        counterFiled()
                .when(new DeemWithdrawn(CASE, on("2026-10-26", DOCKET)))
                .refused("claim-pending");
        counterFiled()
                .given(
                        "2026-10-09",
                        DOCKET,
                        new ArbitrationEvent.ClaimRefused(CASE, FACTORY, "c2", "与本案无关"))
                .when(new DeemWithdrawn(CASE, on("2026-10-26", DOCKET)))
                .happens(new ArbitrationEvent.DeemedWithdrawn(CASE, LIN, 1));
    }

    /** The factory claims damages, and that joined the case. */
    private static CaseFixture countered() {
        return counterFiled()
                .given(
                        "2026-10-09",
                        DOCKET,
                        new ArbitrationEvent.ClaimAccepted(CASE, FACTORY, "c2", List.of("d")));
    }

    private static CaseFixture counterFiled() {
        return told().given(
                        "2026-10-08",
                        DIRECTOR,
                        new ArbitrationEvent.ClaimFiled(
                                CASE,
                                FACTORY,
                                "c2",
                                "r1",
                                ClaimKind.DAMAGES,
                                LocalDate.parse("2026-03-01"),
                                true,
                                due("2026-10-15"),
                                new BigDecimal("3000.00"),
                                "违约"));
    }

    @Test
    void ends_the_case_with_that() {
        told().given("2026-10-26", DOCKET, new ArbitrationEvent.DeemedWithdrawn(CASE, LIN, 1))
                .when(new HoldHearing(CASE, on("2026-10-27", DOCKET)))
                .refused("application-withdrawn");
    }

    private static CaseFixture toldLate() {
        return empanelled()
                .given("2026-10-16", DOCKET, hearing(1, "2026-10-26"))
                .given("2026-10-20", DOCKET, notice("a1", LIN, 1, "2026-10-20"))
                .given("2026-10-20", DOCKET, notice("r1", FACTORY, 1, "2026-10-20"));
    }

    private static ArbitrationEvent.RecusalAsked recusal() {
        return new ArbitrationEvent.RecusalAsked(CASE, LIN, "a1", "甲", "有利害关系");
    }

    private static SetHearing set(String today, String day) {
        return new SetHearing(
                CASE, LocalDate.parse(day), HalfDay.MORNING, "一号庭", on(today, DOCKET));
    }

    private static AskAdjournment ask(String today, Actor by) {
        return new AskAdjournment(CASE, "a1", "住院", on(today, by));
    }

    private static HoldHearingByDefault byDefault(String... absent) {
        return new HoldHearingByDefault(CASE, List.of(absent), on("2026-10-26", DOCKET));
    }
}
