package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.arbitration;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docket;
import static org.banshi.command.domain.arbitration.ArbitrationCases.empanelled;
import static org.banshi.command.domain.arbitration.ArbitrationCases.factory;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.lin;
import static org.banshi.command.domain.arbitration.ArbitrationCases.panel;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationCommand.RescheduleStage;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationCommand.ListPending;
import org.banshi.command.contract.arbitration.ArbitrationCommand.SetHearing;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.domain.invented.CaseFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What parties bring in beside the tasks, until somebody has dealt with it. */
class PendingTest {

    @Test
    void tells_what_waits_and_nothing_that_was_dealt_with() {
        asked().when(list()).answers(Set.of(Pending.CLAIM, Pending.RECUSAL, Pending.ADVANCE));
        asked().given(
                        "2026-10-10",
                        DOCKET,
                        new ArbitrationEvent.ClaimRefused(CASE, LIN, "c2", "不便合并"))
                .given(
                        "2026-10-10",
                        DOCKET,
                        new ArbitrationEvent.RecusalDecided(CASE, LIN, "甲", false))
                .given(
                        "2026-10-10",
                        DOCKET,
                        new ArbitrationEvent.AdvanceDenied(CASE, LIN, 1, List.of("c1")))
                .when(list())
                .answers(Set.of());
    }

    @Test
    void asks_for_no_recusal_of_somebody_who_is_off_the_panel() {
        asked().given("2026-10-10", DOCKET, panel("乙"))
                .when(list())
                .answers(Set.of(Pending.CLAIM, Pending.ADVANCE));
    }

    @Test
    void passes_answers_on_until_each_claimant_has_them_and_hears_nobody_before() {
        CaseFixture answered = empanelled().given("2026-09-28", DOCKET, answer());
        answered.when(list()).answers(Set.of(Pending.ANSWER));
        empanelled().given("2026-09-28", DOCKET, answer()).when(set()).refused("answer-unserved");
        empanelled()
                .given("2026-09-28", DOCKET, answer())
                .given("2026-09-29", DOCKET, passedOn())
                .when(list())
                .answers(Set.of());
    }

    @Test
    void counts_the_time_to_decide_from_what_waits_longest() {
        CaseFixture one =
                decidingClaims()
                        .given("2026-09-24", DOCKET, filed("c2"))
                        .given("2026-09-28", DOCKET, filed("c3"));
        one.when(start("2026-09-28")).happens(started("2026-09-24", due("2026-10-09")));
        decidingClaims()
                .given("2026-09-24", DOCKET, filed("c2"))
                .given("2026-09-28", DOCKET, filed("c3"))
                .given(
                        "2026-09-29",
                        DOCKET,
                        new ArbitrationEvent.ClaimRefused(CASE, LIN, "c2", "不便合并"))
                .when(start("2026-09-29"))
                .happens(started("2026-09-28", due("2026-10-10")));
    }

    @Test
    void gives_what_came_during_a_suspension_its_whole_time_after_it() {
        filedWhileSuspended().when(start("2026-09-24")).happens(started("2026-09-24", null));
        resumed(filedWhileSuspended().given("2026-09-24", PROCESS, started("2026-09-24", null)))
                .when(new RescheduleStage(CASE, "decide-claim", on("2026-10-09", PROCESS)))
                .happens(
                        new ApplicationEvent.StageRescheduled(
                                CASE, LIN, "decide-claim", due("2026-10-15")));
    }

    @Test
    void gives_it_that_time_too_where_something_older_was_dealt_with_first() {
        resumed(
                        decidingClaims()
                                .given("2026-09-21", DOCKET, filed("c2"))
                                .given(
                                        "2026-09-21",
                                        PROCESS,
                                        started("2026-09-21", due("2026-09-29")))
                                .given("2026-09-22", DOCKET, suspended())
                                .given("2026-09-24", DOCKET, filed("c3")))
                .given(
                        "2026-10-09",
                        DOCKET,
                        new ArbitrationEvent.ClaimRefused(CASE, LIN, "c2", "不便合并"))
                .when(start("2026-10-09"))
                .happens(started("2026-09-24", due("2026-10-15")));
    }

    @Test
    void lets_nobody_withdraw_once_a_part_is_awarded() {
        empanelled()
                .given(
                        "2026-10-26",
                        DOCKET,
                        new ArbitrationEvent.AwardMade(
                                CASE,
                                LIN,
                                1,
                                Finality.FINAL,
                                true,
                                false,
                                new ServiceVersion("lantern-permit", 3),
                                List.of()))
                .when(new Withdraw(CASE, null, on("2026-10-27", LIN_SELF)))
                .refused("decision-made");
    }

    @Test
    void lets_nobody_withdraw_what_counts_as_withdrawn_for_good() {
        empanelled()
                .given(
                        "2026-10-26",
                        DOCKET,
                        new ArbitrationEvent.ClaimsDeemedWithdrawn(CASE, LIN, 1, List.of("c1")))
                .when(new Withdraw(CASE, null, on("2026-10-27", LIN_SELF)))
                .refused("claims-withdrawn-before");
    }

    private static CaseFixture asked() {
        return empanelled()
                .given("2026-10-09", DOCKET, filed("c2"))
                .given(
                        "2026-10-09",
                        LIN_SELF,
                        new ArbitrationEvent.RecusalAsked(CASE, LIN, "a1", "甲", "同乡"))
                .given(
                        "2026-10-09",
                        LIN_SELF,
                        new ArbitrationEvent.AdvanceAsked(
                                CASE, LIN, 1, "a1", List.of("c1"), null, "断炊"));
    }

    /** Whose deciding on claims is a step of its own, for which there are five working days. */
    private static CaseFixture decidingClaims() {
        return aCaseOf(
                        arbitration()
                                .step(
                                        "decide-claim",
                                        "town",
                                        "arbitration.claim-decision",
                                        "accept",
                                        "refuse")
                                .limit("decide-claim", 5, TermUnit.WORKING_DAYS))
                .applied("2026-09-14", form("PAY", "8000.00"))
                .accepted("2026-09-18", "2026-11-02")
                .given("2026-09-18", PROCESS, lin())
                .given("2026-09-18", PROCESS, factory())
                .given("2026-09-18", PROCESS, claim("c1", ClaimKind.PAY, "8000.00"))
                .given("2026-09-18", PROCESS, docket());
    }

    private static CaseFixture filedWhileSuspended() {
        return decidingClaims()
                .given("2026-09-22", DOCKET, suspended())
                .given("2026-09-24", DOCKET, filed("c2"));
    }

    private static CaseFixture resumed(CaseFixture suspended) {
        return suspended.given(
                "2026-10-09", DOCKET, new ApplicationEvent.Resumed(CASE, LIN, due("2026-11-19")));
    }

    private static ApplicationEvent.Suspended suspended() {
        return new ApplicationEvent.Suspended(CASE, LIN, "等待工伤认定");
    }

    private static ArbitrationEvent.ClaimFiled filed(String key) {
        return new ArbitrationEvent.ClaimFiled(
                CASE,
                LIN,
                key,
                "a1",
                ClaimKind.DAMAGES,
                LocalDate.parse("2026-03-01"),
                false,
                due("2026-10-16"),
                new BigDecimal("5000.00"),
                "违约");
    }

    private static ArbitrationEvent.Answered answer() {
        return new ArbitrationEvent.Answered(CASE, FACTORY, "r1", due("2026-10-13"), true, "不同意");
    }

    private static ArbitrationEvent.DocumentServed passedOn() {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                LIN,
                "a1",
                ServedDocument.ANSWER,
                1,
                LocalDate.parse("2026-09-29"),
                ServiceWay.DIRECT,
                "receipt 3",
                null,
                List.of());
    }

    private static ListPending list() {
        return new ListPending(CASE, on("2026-10-12", PROCESS));
    }

    private static SetHearing set() {
        return new SetHearing(
                CASE,
                LocalDate.parse("2026-10-26"),
                HalfDay.MORNING,
                "一号庭",
                on("2026-09-29", DOCKET));
    }

    private static StartStage start(String day) {
        return new StartStage(CASE, "decide-claim", on(day, PROCESS));
    }

    private static ApplicationEvent.StageStarted started(String from, @Nullable DueDate until) {
        return new ApplicationEvent.StageStarted(
                CASE, LIN, "decide-claim", "town", TOWN, LocalDate.parse(from), until);
    }
}
