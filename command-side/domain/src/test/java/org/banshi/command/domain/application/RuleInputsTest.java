package org.banshi.command.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.application.ApplicationCommand.DecideByRule;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleInputsTest {

    private static final PersonId SHI = new PersonId("person-shi");
    private static final Map<String, Object> FORM =
            Map.of(
                    "members",
                    List.of(
                            member("林小灯", "440106190503071237"),
                            member("石秀英", "440106190811224389")));

    private final List<Map<String, @Nullable Object>> seen = new ArrayList<>();
    private final InventedService permit =
            InventedService.lanternPermit()
                    .table(
                            "fee",
                            facts -> {
                                seen.add(new HashMap<>(facts));
                                return new Decision("due", Map.of(), false);
                            });

    @Test
    void what_was_answered_about_adults_is_not_copied_under_the_applicants_key() {
        decide().happens(decided());
    }

    @Test
    void puts_together_just_what_the_table_was_given() {
        decide();
        RuleInputs inputs = inputs(engines(2));

        assertThat(inputs.of(decided())).isEqualTo(new FormData(seen.get(0)));
        assertThat(inputs.erased(decided())).isFalse();
    }

    @Test
    void of_an_erased_adult_nothing_is_left() {
        RuleInputs inputs = inputs(null);

        assertThat(inputs.erased(decided())).isTrue();
        assertThat(inputs.of(decided()).values().get("fire"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(it -> it.get("engines"))
                .containsExactly(2, null);
    }

    private CaseFixture.Then decide() {
        CaseFixture story = aCaseOf(permit).given("2026-09-14", LIN_SELF, applied());
        answers(engines(2)).forEach(it -> story.given("2026-09-14", PROCESS, it));
        return story.when(new DecideByRule(CASE, "fee", on("2026-09-14", PROCESS)));
    }

    private RuleInputs inputs(@Nullable FormData aboutShi) {
        RuleInputs inputs = new RuleInputs();
        inputs.take(applied());
        answers(aboutShi).forEach(inputs::take);
        return inputs;
    }

    private ApplicationEvent.Applied applied() {
        return appliedEvent(permit.version(), FORM);
    }

    private static List<ApplicationEvent> answers(@Nullable FormData aboutShi) {
        return List.of(
                asked(1, LIN, member("林小灯", "440106190503071237")),
                asked(2, SHI, member("石秀英", "440106190811224389")),
                answered(1, LIN, engines(2), 1),
                answered(2, SHI, aboutShi, 0));
    }

    private static Map<String, Object> member(String name, String number) {
        return Map.of("name", name, "identityNumber", number);
    }

    private static FormData engines(int count) {
        return new FormData(Map.of("engines", count));
    }

    private static ApplicationEvent.RegisterAsked asked(
            int member, PersonId subject, Map<String, Object> about) {
        return new ApplicationEvent.RegisterAsked(
                CASE,
                subject,
                "fire",
                "fire-brigade",
                member,
                new FormData(about),
                Authority.of("N-1"));
    }

    /** Null is what the log gives when the key is gone. */
    private static ApplicationEvent.RegisterAnswered answered(
            int member, PersonId subject, @Nullable FormData answer, int awaited) {
        return new ApplicationEvent.RegisterAnswered(
                CASE,
                subject,
                "fire",
                "fire-brigade",
                member,
                RegisterOutcome.ANSWERED,
                answer,
                awaited);
    }

    private ApplicationEvent.RuleDecided decided() {
        Map<String, @Nullable Object> inputs = new HashMap<>(FORM);
        inputs.put("region", "440106001");
        inputs.put("appliedOn", "2026-09-14");
        inputs.put("today", "2026-09-14");
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "fee",
                permit.version(),
                LocalDate.parse("2026-09-14"),
                "due",
                false,
                Map.of("fire", List.of(1, 2)),
                new FormData(inputs),
                FormData.empty());
    }
}
