package org.banshi.command.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.application.ApplicationCommand.AskRegister;
import org.banshi.command.contract.application.ApplicationCommand.DecideByRule;
import org.banshi.command.contract.application.ApplicationCommand.RecordRegisterAnswer;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.ApplicationEvent.RegisterWithheld;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.Whom;
import org.banshi.command.contract.application.Withheld;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskingTest {

    private static final String LINS_NUMBER = "440106190503071237";
    private static final String SHIS_NUMBER = "440106190408201152";
    private static final PersonId SHI = new PersonId(CASE + "-2");

    private final InventedService permit = InventedService.lanternPermit();

    @Test
    void asks_a_register_about_the_applicant_under_the_authority_of_the_application() {
        aCaseOf(permit).applied("2026-09-14").when(ask("2026-09-14")).happens(asked());
    }

    @Test
    void asks_under_the_authority_that_was_signed() {
        Material authority = new Material("m-9", "authority", "ab", "application/pdf", 9);

        aCaseOf(permit)
                .applied("2026-09-14")
                .given(
                        "2026-09-14",
                        CLERK,
                        new ApplicationEvent.SupplementRequested(
                                CASE, LIN, List.of("height"), "", null))
                .given(
                        "2026-09-14",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, FormData.empty(), List.of(authority), null))
                .when(ask("2026-09-14"))
                .happens(asked("m-9"));
    }

    @Test
    void does_not_ask_again_while_the_answer_is_awaited() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-14", PROCESS, asked())
                .when(ask("2026-09-15"))
                .nothingHappens();
    }

    @Test
    void records_an_answer_once() {
        RecordRegisterAnswer answer =
                new RecordRegisterAnswer(
                        CASE,
                        "fire",
                        RegisterOutcome.ANSWERED,
                        new FormData(Map.of("engines", 2)),
                        on("2026-09-15", PROCESS));

        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-14", PROCESS, asked())
                .when(answer)
                .happens(answered());
        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-14", PROCESS, asked())
                .given("2026-09-15", PROCESS, answered())
                .when(answer)
                .nothingHappens();
    }

    @Test
    void refuses_an_answer_to_a_question_that_was_never_asked() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(
                        new RecordRegisterAnswer(
                                CASE,
                                "fire",
                                RegisterOutcome.NO_ANSWER,
                                FormData.empty(),
                                on("2026-09-15", PROCESS)))
                .refused("question-unknown");
    }

    @Test
    void drops_an_answer_that_comes_after_the_end() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .given("2026-09-14", PROCESS, asked())
                .given("2026-09-14", LIN_SELF, new ApplicationEvent.Withdrawn(CASE, LIN, null))
                .when(
                        new RecordRegisterAnswer(
                                CASE,
                                "fire",
                                RegisterOutcome.ANSWERED,
                                new FormData(Map.of("engines", 2)),
                                on("2026-09-15", PROCESS)))
                .nothingHappens();
    }

    @Test
    void asks_about_each_adult_under_an_authority_of_their_own() {
        household(signed("2026-09-01", "2026-12-31"))
                .when(askAdults("2026-09-14"))
                .happens(
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")),
                        asked(
                                2,
                                SHI,
                                "石秀英",
                                SHIS_NUMBER,
                                new Authority(
                                        "N-1",
                                        LocalDate.parse("2026-09-01"),
                                        LocalDate.parse("2026-12-31"))));
    }

    @Test
    void does_not_ask_about_an_adult_without_an_authority() {
        household(Map.of("authority", "missing"))
                .when(askAdults("2026-09-14"))
                .happens(
                        withheld(Withheld.NO_AUTHORITY, 1),
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
    }

    @Test
    void asks_nobody_to_sign_once_an_officer_confirmed_that_the_applicant_is_protected() {
        ApplicationEvent guarded = new ApplicationEvent.Protected(CASE, LIN, "storm", false);
        CaseFixture said =
                household(Map.of("authority", "missing")).given("2026-09-14", LIN_SELF, guarded);

        said.when(askAdults("2026-09-14"))
                .happens(
                        withheld(Withheld.NO_AUTHORITY, 1),
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
        said.given("2026-09-14", CLERK, guarded)
                .when(askAdults("2026-09-14"))
                .happens(
                        withheld(Withheld.PROTECTED, 1),
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
    }

    @Test
    void does_not_ask_under_an_authority_that_is_not_valid_on_the_day() {
        household(signed("2026-09-01", "2026-09-13"))
                .when(askAdults("2026-09-14"))
                .happens(
                        withheld(Withheld.AUTHORITY_NOT_VALID, 1),
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
        household(signed("2026-09-15", "2026-12-31"))
                .when(askAdults("2026-09-14"))
                .happens(
                        withheld(Withheld.AUTHORITY_NOT_VALID, 1),
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
    }

    @Test
    void asks_about_no_minor() {
        aCaseOf(permit)
                .applied("1915-09-14", form(Map.of("authority", "minor")).values())
                .when(askAdults("1915-09-14"))
                .happens(asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
    }

    @Test
    void asks_for_the_signature_of_who_is_a_minor_by_the_form_and_of_age_by_their_number() {
        household(Map.of("authority", "minor"))
                .when(askAdults("2026-09-14"))
                .happens(
                        withheld(Withheld.NO_AUTHORITY, 1),
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")));
    }

    @Test
    void refuses_to_ask_about_a_household_without_adults() {
        aCaseOf(permit)
                .applied("2026-09-14", Map.of("members", List.of()))
                .when(askAdults("2026-09-14"))
                .refused("nobody-to-ask");
    }

    @Test
    void tells_with_each_answer_how_many_are_awaited() {
        bothAsked().when(answer(1)).happens(answered(1, LIN, 1));
        bothAsked()
                .given("2026-09-15", PROCESS, answered(1, LIN, 1))
                .when(answer(2))
                .happens(answered(2, SHI, 0));
        bothAsked()
                .given("2026-09-15", PROCESS, answered(1, LIN, 1))
                .when(answer(1))
                .nothingHappens();
    }

    @Test
    void does_not_ask_about_the_household_again_while_one_answer_is_awaited() {
        bothAsked()
                .given("2026-09-15", PROCESS, answered(1, LIN, 1))
                .when(askAdults("2026-09-15"))
                .nothingHappens();
    }

    @Test
    void asked_anew_a_person_keeps_their_number_and_the_old_answers_count_no_more() {
        List<Object> seen = new ArrayList<>();
        permit.table(
                "spy",
                facts -> {
                    seen.add(facts.get("fire"));
                    return new Decision("seen", Map.of(), false);
                });
        CaseFixture again =
                household(Map.of("authority", "missing"))
                        .given("2026-09-14", PROCESS, withheld(Withheld.NO_AUTHORITY, 1))
                        .given(
                                "2026-09-14",
                                PROCESS,
                                asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")))
                        .given("2026-09-14", PROCESS, answered(1, LIN, 0))
                        .given(
                                "2026-09-14",
                                CLERK,
                                new ApplicationEvent.SupplementRequested(
                                        CASE, LIN, List.of("members"), "", null))
                        .given(
                                "2026-09-15",
                                LIN_SELF,
                                new ApplicationEvent.Supplemented(
                                        CASE,
                                        LIN,
                                        form(Map.of("authority", "signed")),
                                        List.of(),
                                        null));

        again.when(askAdults("2026-09-15"))
                .happens(
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")),
                        asked(2, SHI, "石秀英", SHIS_NUMBER, Authority.of("N-1")));
        again.given("2026-09-15", PROCESS, asked(2, SHI, "石秀英", SHIS_NUMBER, Authority.of("N-1")))
                .given("2026-09-15", PROCESS, answered(2, SHI, 0))
                .when(new DecideByRule(CASE, "spy", on("2026-09-16", PROCESS)));
        assertThat(seen)
                .containsOnly(
                        List.of(
                                Map.of(
                                        "outcome",
                                        "ANSWERED",
                                        "engines",
                                        2,
                                        "name",
                                        "石秀英",
                                        "stated",
                                        shi(Map.of("authority", "signed")))));
    }

    private CaseFixture household(Map<String, Object> authorityOfShi) {
        return aCaseOf(permit).applied("2026-09-14", form(authorityOfShi).values());
    }

    private CaseFixture bothAsked() {
        return household(Map.of("authority", "signed"))
                .given(
                        "2026-09-14",
                        PROCESS,
                        asked(1, LIN, "林小灯", LINS_NUMBER, Authority.of("N-1")))
                .given(
                        "2026-09-14",
                        PROCESS,
                        asked(2, SHI, "石秀英", SHIS_NUMBER, Authority.of("N-1")));
    }

    private static FormData form(Map<String, Object> authorityOfShi) {
        Map<String, Object> lin =
                Map.of("name", "林小灯", "identityNumber", LINS_NUMBER, "authority", "signed");
        return new FormData(Map.of("members", List.of(lin, shi(authorityOfShi))));
    }

    private static Map<String, Object> shi(Map<String, Object> authority) {
        Map<String, Object> shi = new HashMap<>(authority);
        shi.put("name", "石秀英");
        shi.put("identityNumber", SHIS_NUMBER);
        return shi;
    }

    private static Map<String, Object> signed(String on, String until) {
        return Map.of("authority", "signed", "authorityOn", on, "authorityUntil", until);
    }

    private static AskRegister askAdults(String day) {
        return new AskRegister(CASE, "fire", "fire-brigade", Whom.ADULTS, on(day, PROCESS));
    }

    private static RegisterAsked asked(
            int member, PersonId subject, String name, String number, Authority authority) {
        return new RegisterAsked(
                CASE,
                subject,
                "fire",
                "fire-brigade",
                member,
                new FormData(Map.of("name", name, "identityNumber", number)),
                authority);
    }

    private static RegisterWithheld withheld(Withheld reason, int awaited) {
        return new RegisterWithheld(
                CASE,
                SHI,
                "fire",
                "fire-brigade",
                2,
                new FormData(Map.of("name", "石秀英", "identityNumber", SHIS_NUMBER)),
                reason,
                awaited);
    }

    private static RecordRegisterAnswer answer(int member) {
        return new RecordRegisterAnswer(
                CASE,
                "fire",
                member,
                RegisterOutcome.ANSWERED,
                new FormData(Map.of("engines", 2)),
                on("2026-09-15", PROCESS));
    }

    private static RegisterAnswered answered(
            @Nullable Integer member, PersonId subject, int awaited) {
        return new RegisterAnswered(
                CASE,
                subject,
                "fire",
                "fire-brigade",
                member,
                RegisterOutcome.ANSWERED,
                new FormData(Map.of("engines", 2)),
                awaited);
    }

    private static AskRegister ask(String day) {
        return new AskRegister(CASE, "fire", "fire-brigade", on(day, PROCESS));
    }

    private static ApplicationEvent.RegisterAsked asked() {
        return asked("N-1");
    }

    private static ApplicationEvent.RegisterAsked asked(String authority) {
        return new ApplicationEvent.RegisterAsked(
                CASE,
                LIN,
                "fire",
                "fire-brigade",
                new FormData(Map.of("name", "林小灯", "identityNumber", LINS_NUMBER)),
                Authority.of(authority));
    }

    private static ApplicationEvent.RegisterAnswered answered() {
        return new ApplicationEvent.RegisterAnswered(
                CASE,
                LIN,
                "fire",
                "fire-brigade",
                RegisterOutcome.ANSWERED,
                new FormData(Map.of("engines", 2)));
    }
}
