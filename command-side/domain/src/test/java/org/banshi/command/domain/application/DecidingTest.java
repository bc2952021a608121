package org.banshi.command.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.application.ApplicationCommand.Approve;
import org.banshi.command.contract.application.ApplicationCommand.DecideByRule;
import org.banshi.command.contract.application.ApplicationCommand.Reject;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private final InventedService permit =
            InventedService.lanternPermit()
                    .step("measure", "town", "step", "fine", "too-tall")
                    .table(
                            "fee",
                            facts ->
                                    new Decision(
                                            "due",
                                            Map.of(
                                                    "outcome",
                                                    "due",
                                                    "yuan",
                                                    new BigDecimal("12.345")),
                                            true))
                    .table("gap", facts -> null);

    @Test
    void decides_by_the_table_of_the_day_of_application_and_records_what_went_in_and_out() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .accepted("2026-09-15", "2026-09-30")
                .when(new DecideByRule(CASE, "fee", on("2026-09-16", PROCESS)))
                .answers(
                        new Decision(
                                "due",
                                Map.of("outcome", "due", "yuan", new BigDecimal("12.345")),
                                true))
                .happens(
                        new ApplicationEvent.RuleDecided(
                                CASE,
                                LIN,
                                "fee",
                                permit.version(),
                                LocalDate.parse("2026-09-14"),
                                "due",
                                true,
                                new FormData(
                                        Map.of(
                                                "purpose", "festival",
                                                "region", "440106001",
                                                "appliedOn", "2026-09-14",
                                                "acceptedOn", "2026-09-15",
                                                "today", "2026-09-16")),
                                new FormData(
                                        Map.of(
                                                "outcome",
                                                "due",
                                                "yuan",
                                                new BigDecimal("12.345")))));
        assertThat(permit.askedAsOf("fee")).isEqualTo("2026-09-14");
    }

    @Test
    void shows_a_table_everything_that_came_before() {
        List<Object> seen = new ArrayList<>();
        permit.table(
                "spy",
                facts -> {
                    seen.add(
                            List.of(
                                    CaseFacts.at("height", facts),
                                    CaseFacts.at("fire.outcome", facts),
                                    CaseFacts.at("fire.engines", facts),
                                    CaseFacts.at("fee.yuan", facts),
                                    CaseFacts.at("measure.outcome", facts),
                                    CaseFacts.at("measure.metres", facts)));
                    return new Decision("seen", Map.of(), false);
                });

        story().when(new DecideByRule(CASE, "spy", on("2026-09-18", PROCESS)));

        assertThat(seen).containsOnly(List.of(40, "ANSWERED", 2, 12, "fine", 3));
    }

    @Test
    void refuses_a_decision_that_the_item_does_not_have() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(new DecideByRule(CASE, "taste", on("2026-09-16", PROCESS)))
                .refused("decision-unknown");
    }

    @Test
    void names_a_gap_in_a_table() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(new DecideByRule(CASE, "gap", on("2026-09-16", PROCESS)))
                .refused("no-rule-applies");
    }

    @Test
    void approves_with_the_result_that_the_facts_give() {
        permit.result("fee", "fee.yuan", "money");

        story().when(approve())
                .happens(
                        new ApplicationEvent.Concluded(
                                CASE,
                                LIN,
                                Conclusion.APPROVED,
                                null,
                                null,
                                new FormData(Map.of("fee", new BigDecimal("12.00"))),
                                List.of()));
    }

    @Test
    void refuses_to_approve_while_a_line_of_the_result_is_unknown() {
        permit.result("fee", "tax.yuan", "money");

        story().when(approve()).refused("result-incomplete");
    }

    @Test
    void concludes_nothing_that_was_not_accepted() {
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(approve())
                .refused("application-not-accepted-yet");
        aCaseOf(permit)
                .applied("2026-09-14")
                .when(reject())
                .refused("application-not-accepted-yet");
    }

    @Test
    void rejects_for_the_reason_that_an_officer_stated() {
        measuring(Map.of("reason", "too-tall")).when(reject()).happens(rejected());
    }

    @Test
    void rejects_for_a_reason_that_a_rule_proposed_and_an_officer_followed() {
        accepted()
                .given("2026-09-16", PROCESS, proposed("too-tall"))
                .given("2026-09-17", CLERK, measured(Map.of()))
                .when(reject())
                .happens(rejected());
    }

    @Test
    void never_rejects_on_a_rules_word_alone() {
        accepted()
                .given("2026-09-16", PROCESS, proposed("too-tall"))
                .when(reject())
                .refused("rejection-needs-a-person");
        accepted().when(reject()).refused("rejection-needs-a-person");
    }

    @Test
    void forgets_a_proposal_that_the_same_rule_took_back() {
        accepted()
                .given("2026-09-16", PROCESS, proposed("too-tall"))
                .given("2026-09-16", PROCESS, proposed(""))
                .given("2026-09-17", CLERK, measured(Map.of()))
                .when(reject())
                .refused("rejection-needs-a-person");
    }

    @Test
    void refuses_to_reject_for_a_reason_that_the_item_does_not_list() {
        measuring(Map.of("reason", "ugly")).when(reject()).refused("reason-unknown");
    }

    @Test
    void concludes_once() {
        accepted()
                .given("2026-09-17", PROCESS, rejected())
                .when(approve())
                .refused("application-concluded");
    }

    private CaseFixture accepted() {
        return aCaseOf(permit).applied("2026-09-14").accepted("2026-09-15", "2026-09-30");
    }

    private CaseFixture measuring(Map<String, Object> data) {
        return accepted().given("2026-09-17", CLERK, measured(data));
    }

    private CaseFixture story() {
        return aCaseOf(permit)
                .applied("2026-09-14", Map.of("purpose", "festival", "height", 30))
                .given("2026-09-14", PROCESS, asked())
                .given("2026-09-15", PROCESS, answered())
                .given(
                        "2026-09-15",
                        CLERK,
                        new ApplicationEvent.SupplementRequested(
                                CASE, LIN, List.of("height"), "", null))
                .given(
                        "2026-09-15",
                        LIN_SELF,
                        new ApplicationEvent.Supplemented(
                                CASE, LIN, new FormData(Map.of("height", 40)), List.of(), null))
                .accepted("2026-09-15", "2026-09-30")
                .given(
                        "2026-09-16",
                        PROCESS,
                        new ApplicationEvent.RuleDecided(
                                CASE,
                                LIN,
                                "fee",
                                permit.version(),
                                LocalDate.parse("2026-09-14"),
                                "due",
                                false,
                                FormData.empty(),
                                new FormData(Map.of("yuan", 12))))
                .given("2026-09-17", CLERK, measured(Map.of("metres", 3)));
    }

    private static ApplicationEvent.StepCompleted measured(Map<String, Object> data) {
        return new ApplicationEvent.StepCompleted(
                CASE, LIN, "measure", "fine", "", new FormData(data));
    }

    private ApplicationEvent.RuleDecided proposed(String reason) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "fee",
                permit.version(),
                LocalDate.parse("2026-09-14"),
                "no",
                false,
                FormData.empty(),
                new FormData(Map.of("reason", reason)));
    }

    private static ApplicationEvent.Concluded rejected() {
        return new ApplicationEvent.Concluded(
                CASE,
                LIN,
                Conclusion.REJECTED,
                Text.of("花灯过高。", "The lantern is too tall."),
                "《花灯条例》第三条",
                FormData.empty(),
                Remedies.OPEN);
    }

    private static ApplicationEvent.RegisterAsked asked() {
        return new ApplicationEvent.RegisterAsked(
                CASE, LIN, "fire", "fire-brigade", FormData.empty(), Authority.of("N-1"));
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

    private static Approve approve() {
        return new Approve(CASE, on("2026-09-18", PROCESS));
    }

    private static Reject reject() {
        return new Reject(CASE, on("2026-09-18", PROCESS));
    }
}
