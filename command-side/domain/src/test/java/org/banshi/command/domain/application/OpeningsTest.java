package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Opening;
import org.banshi.command.contract.application.ApplicationCommand.Approve;
import org.banshi.command.contract.application.ApplicationCommand.CompleteStep;
import org.banshi.command.contract.application.ApplicationCommand.Foreseen;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private final InventedService permit = InventedService.lanternPermit();

    @Test
    void an_approval_opens_what_the_package_says_with_the_facts_of_the_case() {
        permit.opens(oil(Map.of("measure.outcome", List.of("fine", "good"))));

        measured("fine")
                .when(approve())
                .happens(granted(1, Map.of("kind", "oil", "monthlyAmount", 12)), concluded());
    }

    @Test
    void what_is_meant_for_other_facts_is_not_opened() {
        permit.opens(oil(Map.of("measure.outcome", List.of("good"))));
        permit.opens(oil(Map.of("never.heard", List.of("fine"))));

        measured("fine").when(approve()).happens(concluded());
    }

    @Test
    void several_things_are_opened_each_under_its_number() {
        permit.opens(oil(Map.of())).opens(oil(Map.of()));

        Map<String, Object> with = Map.of("kind", "oil", "monthlyAmount", 12);
        measured("fine").when(approve()).happens(granted(1, with), granted(2, with), concluded());
    }

    @Test
    void refuses_to_approve_while_what_it_opens_is_incomplete() {
        permit.opens(
                new Opening(
                        "benefit",
                        Map.of(),
                        Map.of("kind", "oil"),
                        Map.of("monthlyAmount", "measure.nothing")));

        measured("fine").when(approve()).refused("opening-incomplete");
    }

    @Test
    void leaves_out_a_fact_that_need_not_be_there() {
        permit.opens(
                new Opening(
                        "benefit",
                        Map.of(),
                        Map.of("kind", "oil", "monthlyAmount", 12),
                        Map.of("members", "measure.nothing")));
        Map<String, Object> with = new LinkedHashMap<>(Map.of("kind", "oil", "monthlyAmount", 12));
        with.put("members", null);

        measured("fine").when(approve()).happens(granted(1, with), concluded());
    }

    @Test
    void takes_the_first_of_several_facts_that_is_known() {
        permit.opens(
                new Opening(
                        "benefit",
                        Map.of(),
                        Map.of("kind", "oil"),
                        Map.of("monthlyAmount", "register.oil or measure.oil")));

        measured("fine")
                .when(approve())
                .happens(granted(1, Map.of("kind", "oil", "monthlyAmount", 12)), concluded());
    }

    /** Cases run on that are pinned to packages in which the fine stands before the stop. */
    @Test
    void a_fine_comes_last_wherever_the_package_names_it() {
        permit.opens(new Opening("benefit-fine", Map.of(), Map.of("times", 2), Map.of()))
                .opens(oil(Map.of()));

        measured("fine")
                .when(approve())
                .happens(
                        granted(1, Map.of("kind", "oil", "monthlyAmount", 12)),
                        new ApplicationEvent.Granted(
                                CASE,
                                LIN,
                                permit.version(),
                                TOWN,
                                "benefit-fine",
                                2,
                                new FormData(Map.of("times", 2))),
                        concluded());
    }

    /** In the name of whoever did the step: an approval has nobody to whom it could be refused. */
    @Test
    void what_comes_with_a_step_is_answered_to_it_and_never_opened_by_an_approval() {
        permit.step("measure", "town", "step", "fine", "good");
        permit.opens(
                new Opening(
                        "certificate-cancel",
                        Map.of("measure.outcome", List.of("fine")),
                        Map.of(),
                        Map.of("number", "measure.oil")));

        measured("fine").when(approve()).happens(concluded());
        measuring()
                .when(measure("fine"))
                .answers(
                        new Foreseen(
                                List.of(),
                                List.of(
                                        new ApplicationEvent.Granted(
                                                CASE,
                                                LIN,
                                                permit.version(),
                                                TOWN,
                                                "certificate-cancel",
                                                1,
                                                new FormData(Map.of("number", 12))))));
        measuring().when(measure("good")).answers(new Foreseen(List.of(), List.of()));
    }

    private CaseFixture measuring() {
        return accepted()
                .given(
                        "2026-09-15",
                        PROCESS,
                        new ApplicationEvent.StageStarted(
                                CASE,
                                LIN,
                                "measure",
                                "town",
                                TOWN,
                                LocalDate.parse("2026-09-15"),
                                null));
    }

    private CaseFixture accepted() {
        return aCaseOf(permit).applied("2026-09-14").accepted("2026-09-15", "2026-09-30");
    }

    private static CompleteStep measure(String outcome) {
        return new CompleteStep(
                CASE,
                "measure",
                outcome,
                "",
                new FormData(Map.of("oil", 12)),
                on("2026-09-16", CLERK));
    }

    private static Opening oil(Map<String, List<String>> conditions) {
        return new Opening(
                "benefit",
                conditions,
                Map.of("kind", "oil"),
                Map.of("monthlyAmount", "measure.oil"));
    }

    private CaseFixture measured(String outcome) {
        return accepted()
                .given(
                        "2026-09-16",
                        CLERK,
                        new ApplicationEvent.StepCompleted(
                                CASE,
                                LIN,
                                "measure",
                                outcome,
                                "",
                                new FormData(Map.of("oil", 12))));
    }

    private ApplicationEvent.Granted granted(int serial, Map<String, Object> with) {
        return new ApplicationEvent.Granted(
                CASE, LIN, permit.version(), TOWN, "benefit", serial, new FormData(with));
    }

    private static ApplicationEvent.Concluded concluded() {
        return new ApplicationEvent.Concluded(
                CASE, LIN, Conclusion.APPROVED, null, null, FormData.empty(), List.of());
    }

    private static Approve approve() {
        return new Approve(CASE, on("2026-09-18", PROCESS));
    }
}
