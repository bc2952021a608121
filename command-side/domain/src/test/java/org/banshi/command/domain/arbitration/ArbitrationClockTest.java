package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand.RefuseAcceptance;
import org.banshi.command.contract.application.ApplicationCommand.Resume;
import org.banshi.command.contract.application.ApplicationCommand.StartSpecialProcedure;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AcceptClaim;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Restart;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** The time for the award: 45 and 15 days, standstill, and what begins it anew (example F2). */
class ArbitrationClockTest {

    @Test
    void is_extended_by_fifteen_days() {
        heard().when(
                        new StartSpecialProcedure(
                                CASE,
                                SpecialProcedureKind.EXTENSION,
                                "案情复杂",
                                15,
                                TermUnit.CALENDAR_DAYS,
                                on("2026-10-28", DOCKET)))
                .happens(
                        new ApplicationEvent.SpecialProcedureStarted(
                                CASE,
                                LIN,
                                1,
                                SpecialProcedureKind.EXTENSION,
                                "案情复杂",
                                due("2026-11-17")));
    }

    @Test
    void leaves_out_the_days_of_a_suspension() {
        docketed()
                .given("2026-09-28", DOCKET, new ApplicationEvent.Suspended(CASE, LIN, "等待工伤认定"))
                .when(new Resume(CASE, on("2026-10-08", DOCKET)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-11-12")));
    }

    @Test
    void leaves_them_out_of_the_extended_time_too_in_days() {
        docketed()
                .given(
                        "2026-09-21",
                        DOCKET,
                        new ApplicationEvent.SpecialProcedureStarted(
                                CASE,
                                LIN,
                                1,
                                SpecialProcedureKind.EXTENSION,
                                "案情复杂",
                                due("2026-11-17")))
                .given("2026-09-28", DOCKET, new ApplicationEvent.Suspended(CASE, LIN, "等待工伤认定"))
                .when(new Resume(CASE, on("2026-10-08", DOCKET)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-11-27")));
    }

    @Test
    void begins_anew_after_an_announcement_and_a_restart() {
        docketed()
                .given(
                        "2026-09-24",
                        DOCKET,
                        new ArbitrationEvent.AnnouncementPosted(
                                CASE,
                                FACTORY,
                                "r1",
                                ServedDocument.CLAIM,
                                LocalDate.parse("2026-09-24"),
                                LocalDate.parse("2026-10-24"),
                                due("2026-12-02")))
                .given(
                        "2026-11-10",
                        DOCKET,
                        new ArbitrationEvent.ClockRestarted(
                                CASE,
                                LIN,
                                Restart.PARTY_ADDED,
                                LocalDate.parse("2026-11-10"),
                                due("2026-12-25")))
                .given("2026-11-11", DOCKET, new ApplicationEvent.Suspended(CASE, LIN, "不可抗力"))
                .when(new Resume(CASE, on("2026-11-13", DOCKET)))
                .happens(new ApplicationEvent.Resumed(CASE, LIN, due("2026-12-28")));
    }

    @Test
    void leaves_the_rest_of_an_announcement_out_of_a_time_that_begins_anew() {
        CaseFixture announced =
                docketed()
                        .given(
                                "2026-09-24",
                                DOCKET,
                                new ArbitrationEvent.AnnouncementPosted(
                                        CASE,
                                        FACTORY,
                                        "r1",
                                        ServedDocument.CLAIM,
                                        LocalDate.parse("2026-09-24"),
                                        LocalDate.parse("2026-10-24"),
                                        due("2026-12-02")))
                        .given(
                                "2026-10-12",
                                DOCKET,
                                new ArbitrationEvent.ClaimFiled(
                                        CASE,
                                        LIN,
                                        "c2",
                                        "a1",
                                        ClaimKind.PAY,
                                        LocalDate.parse("2026-03-02"),
                                        false,
                                        due("2026-10-19"),
                                        null,
                                        "加班"));
        ArbitrationEvent.ClockRestarted restarted =
                new ArbitrationEvent.ClockRestarted(
                        CASE,
                        LIN,
                        Restart.CLAIM_ADDED,
                        LocalDate.parse("2026-10-14"),
                        due("2026-12-08"));
        ArbitrationEvent.ClaimAccepted accepted =
                new ArbitrationEvent.ClaimAccepted(
                        CASE,
                        LIN,
                        "c2",
                        List.of(
                                "key-440106190503071237/key-91440101MA0000A19B/PAY/2026-03-02",
                                "key-440106190503071237/key-against/演示灯具厂/PAY/2026-03-02"));

        announced
                .when(new AcceptClaim(CASE, "c2", on("2026-10-14", DOCKET)))
                .happens(accepted, restarted);
    }

    @Test
    void lets_a_refusal_be_contested_in_court_without_a_term() {
        CaseFixture received =
                CaseFixture.aCaseOf(ArbitrationCases.arbitration())
                        .applied("2026-09-14", form("PAY", "8000.00"));

        received.when(new RefuseAcceptance(CASE, "too-tall", on("2026-09-16", DOCKET)))
                .happens(
                        new ApplicationEvent.AcceptanceRefused(
                                CASE, LIN, "too-tall", ArbitrationRemedies.OF_A_REFUSAL));
    }
}
