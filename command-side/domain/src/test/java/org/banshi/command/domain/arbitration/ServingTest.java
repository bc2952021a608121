package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DIRECTOR;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claimServed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docketed;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Answer;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AwaitAnswers;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** What is served on whom with which proof, and answers (example F2). */
class ServingTest {

    private static final PersonId USER = new PersonId(CASE.value() + "-r2");

    @Test
    void gives_a_respondent_ten_working_days_from_service_to_answer() {
        docketed()
                .when(
                        new Serve(
                                CASE,
                                ServedDocument.CLAIM,
                                null,
                                LocalDate.parse("2026-09-24"),
                                ServiceWay.DIRECT,
                                "receipt 1",
                                on("2026-09-24", DOCKET)))
                .happens(claimServed());
    }

    /** Whoever was told of the case is told that it is over, also by the window. */
    @Test
    void tells_the_other_side_that_the_case_was_broken_off() {
        ApplicationEvent withdrawn = new ApplicationEvent.Withdrawn(CASE, LIN, null);
        served().given("2026-09-28", LIN_SELF, withdrawn)
                .when(serve(ServedDocument.ENDING, null, "2026-09-28", ServiceWay.POST))
                .happens(onFactory(ServedDocument.ENDING));
        served().given(
                        "2026-09-28",
                        DOCKET,
                        new ApplicationEvent.Terminated(CASE, LIN, "不属于受理范围", List.of()))
                .when(serve(ServedDocument.ENDING, null, "2026-09-28", ServiceWay.POST))
                .happens(onFactory(ServedDocument.ENDING));
        served().given("2026-09-28", LIN_SELF, withdrawn)
                .when(serve(ServedDocument.HEARING_NOTICE, null, "2026-09-28", ServiceWay.POST))
                .refused("nothing-to-serve");
        served().when(serve(ServedDocument.ENDING, null, "2026-09-28", ServiceWay.POST))
                .refused("nothing-to-serve");
        docketed()
                .given("2026-09-28", LIN_SELF, withdrawn)
                .when(serve(ServedDocument.ENDING, null, "2026-09-28", ServiceWay.POST))
                .refused("served-before");
    }

    private static ArbitrationEvent.DocumentServed onFactory(ServedDocument document) {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                FACTORY,
                "r1",
                document,
                1,
                LocalDate.parse("2026-09-28"),
                ServiceWay.POST,
                "receipt 3",
                null,
                List.of());
    }

    @Test
    void tells_both_sides_that_the_award_comes_later() {
        CaseFixture extended =
                served().given(
                                "2026-09-28",
                                DOCKET,
                                new ApplicationEvent.SpecialProcedureStarted(
                                        CASE,
                                        LIN,
                                        1,
                                        SpecialProcedureKind.EXTENSION,
                                        "复杂",
                                        due("2026-11-17")));

        served().when(serve(ServedDocument.EXTENSION, null, "2026-09-28", ServiceWay.POST))
                .refused("nothing-to-serve");
        extended.when(serve(ServedDocument.EXTENSION, List.of("r1"), "2026-09-28", ServiceWay.POST))
                .happens(onFactory(ServedDocument.EXTENSION));
    }

    @Test
    void records_each_service_once() {
        served().when(serve(ServedDocument.CLAIM, null, "2026-09-25", ServiceWay.POST))
                .refused("served-before");
    }

    @Test
    void serves_only_those_whom_a_document_has_to_reach() {
        docketed()
                .when(serve(ServedDocument.CLAIM, List.of("a1"), "2026-09-24", ServiceWay.POST))
                .refused("party-unknown");
        docketed()
                .when(serve(ServedDocument.AWARD, null, "2026-09-24", ServiceWay.POST))
                .refused("nothing-to-serve");
        docketed()
                .when(serve(ServedDocument.HEARING_NOTICE, null, "2026-09-24", ServiceWay.POST))
                .refused("nothing-to-serve");
        docketed()
                .when(serve(ServedDocument.ANSWER, null, "2026-09-24", ServiceWay.POST))
                .refused("nothing-to-serve");
    }

    @Test
    void believes_no_day_before_the_application_or_after_today() {
        docketed()
                .when(serve(ServedDocument.CLAIM, null, "2026-09-13", ServiceWay.POST))
                .refused("service-day");
        docketed()
                .when(serve(ServedDocument.CLAIM, null, "2026-10-30", ServiceWay.POST))
                .refused("service-day");
    }

    @Test
    void counts_an_announcement_as_service_after_thirty_days_that_the_case_does_not_lose() {
        LocalDate until = LocalDate.parse("2026-10-24");
        docketed()
                .when(serve(ServedDocument.CLAIM, null, "2026-09-24", ServiceWay.ANNOUNCEMENT))
                .happens(
                        new ArbitrationEvent.AnnouncementPosted(
                                CASE,
                                FACTORY,
                                "r1",
                                ServedDocument.CLAIM,
                                LocalDate.parse("2026-09-24"),
                                until,
                                due("2026-12-02")),
                        new ArbitrationEvent.DocumentServed(
                                CASE,
                                FACTORY,
                                "r1",
                                ServedDocument.CLAIM,
                                1,
                                until,
                                ServiceWay.ANNOUNCEMENT,
                                "receipt 3",
                                due("2026-11-06"),
                                List.of()));
    }

    @Test
    void waits_for_answers_until_the_last_respondents_day() {
        served().when(new AwaitAnswers(CASE, on("2026-09-24", PROCESS)))
                .answers(due("2026-10-15"))
                .nothingHappens();
        docketed()
                .when(new AwaitAnswers(CASE, on("2026-09-24", PROCESS)))
                .refused("claim-not-served");
    }

    @Test
    void passes_an_answer_on_within_five_working_days() {
        served().when(answer("r1", DOCKET))
                .happens(
                        new ArbitrationEvent.Answered(
                                CASE, FACTORY, "r1", due("2026-10-22"), true, "不同意"));
    }

    @Test
    void takes_an_answer_of_the_respondents_own_account() {
        served().given(
                        "2026-09-25",
                        DIRECTOR,
                        new ArbitrationEvent.AccessOpened(
                                CASE, FACTORY, "r1", new PersonId("person-he")))
                .when(answer("r1", DIRECTOR))
                .happens(
                        new ArbitrationEvent.Answered(
                                CASE, FACTORY, "r1", due("2026-10-22"), true, "不同意"));
    }

    @Test
    void takes_an_answer_of_nobody_else() {
        served().when(answer("r1", DIRECTOR)).refused("not-the-party");
        served().when(answer("r1", LIN_SELF)).refused("not-the-party");
        served().when(answer("a1", LIN_SELF)).refused("party-unknown");
    }

    @Test
    void takes_one_answer_between_service_and_hearing() {
        docketed().when(answer("r1", DOCKET)).refused("claim-not-served");
        heard().when(answer("r1", DOCKET)).refused("heard-already");
        served().given(
                        "2026-10-15",
                        DOCKET,
                        new ArbitrationEvent.Answered(
                                CASE, FACTORY, "r1", due("2026-10-22"), true, "不同意"))
                .when(answer("r1", DOCKET))
                .refused("answered-before");
    }

    @Test
    void passes_each_answer_on_by_itself() {
        answeredByTheFactory()
                .given("2026-09-28", DOCKET, passedOn(1, "2026-09-28"))
                .given("2026-09-29", DOCKET, answered("r2", USER))
                .when(serve(ServedDocument.ANSWER, null, "2026-09-30", ServiceWay.DIRECT))
                .happens(passedOn(2, "2026-09-30"));
    }

    @Test
    void passes_on_no_answer_again_that_had_come_when_another_was_passed_on() {
        answeredByTheFactory()
                .given("2026-09-26", DOCKET, answered("r2", USER))
                .given("2026-09-28", DOCKET, passedOn(1, "2026-09-28"))
                .when(serve(ServedDocument.ANSWER, null, "2026-09-30", ServiceWay.DIRECT))
                .refused("served-before");
    }

    private static CaseFixture answeredByTheFactory() {
        return served().given(
                        "2026-09-24",
                        DOCKET,
                        new ArbitrationEvent.PartyJoined(
                                CASE,
                                USER,
                                "r2",
                                Side.RESPONDENT,
                                Role.EMPLOYER,
                                null,
                                true,
                                new PartyDetails("用工单位", null, null, null, null)))
                .given("2026-09-25", DOCKET, answered("r1", FACTORY));
    }

    private static ArbitrationEvent.Answered answered(String party, PersonId person) {
        return new ArbitrationEvent.Answered(
                CASE, person, party, due("2026-10-22"), party.equals("r2"), "不同意");
    }

    private static ArbitrationEvent.DocumentServed passedOn(int answer, String day) {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                LIN,
                "a1",
                ServedDocument.ANSWER,
                answer,
                LocalDate.parse(day),
                ServiceWay.DIRECT,
                "receipt 3",
                null,
                List.of());
    }

    private static Answer answer(String party, Actor by) {
        return new Answer(CASE, party, "不同意", on("2026-10-15", by));
    }

    private static Serve serve(
            ServedDocument document, List<String> parties, String day, ServiceWay way) {
        return new Serve(
                CASE,
                document,
                parties,
                LocalDate.parse(day),
                way,
                "receipt 3",
                on("2026-10-10", DOCKET));
    }
}
