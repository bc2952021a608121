package org.banshi.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.social.SocialCommand;
import org.junit.jupiter.api.Test;

class ActCommandsTest {

    private static final ApplicationId APPLICATION =
            new ApplicationId("6a1f4f0e-90c4-4c38-8a2e-3f3d5b2c9a11");
    private static final Stamp STAMP =
            new Stamp(Instant.parse("2026-09-14T01:00:00Z"), Actor.system("test"));

    private final ActCommands acts = new ActCommands();

    @Test
    void the_outcome_picks_the_command_of_an_act_with_several() {
        assertThat(build("acceptance", "accept", Map.of()))
                .isEqualTo(new ApplicationCommand.Accept(APPLICATION, null, STAMP));
        assertThat(build("acceptance", "refuse", Map.of("reason", "out-of-town")))
                .isEqualTo(
                        new ApplicationCommand.RefuseAcceptance(APPLICATION, "out-of-town", STAMP));
    }

    @Test
    void money_is_exact_and_dates_and_lists_are_what_they_say() {
        FormData data =
                new FormData(
                        Map.of(
                                "day",
                                "2026-09-14",
                                "visitors",
                                List.of("甲", "乙"),
                                "findings",
                                "如实",
                                "evaluatedIncome",
                                new BigDecimal("2400.10")));

        assertThat(acts.build("social.home-visit", "done", given(), data))
                .isEqualTo(
                        new SocialCommand.RecordHomeVisit(
                                APPLICATION,
                                LocalDate.of(2026, 9, 14),
                                List.of("甲", "乙"),
                                "如实",
                                new BigDecimal("2400.10"),
                                STAMP));
    }

    @Test
    void a_step_gets_its_outcome_and_all_of_the_data() {
        FormData data = new FormData(Map.of("opinion", "同意", "size", 3));

        assertThat(acts.build("step", "grant", given(), data))
                .isEqualTo(
                        new ApplicationCommand.CompleteStep(
                                APPLICATION, "decide", "grant", "同意", data, STAMP));
    }

    @Test
    void what_the_engine_fills_wins_over_the_data() {
        ApplicationCommand.RequestDelivery command =
                (ApplicationCommand.RequestDelivery)
                        build(
                                "delivery",
                                "",
                                Map.of(
                                        "delivery", "forged",
                                        "document", "decision",
                                        "channel", "TEXT_MESSAGE"));

        assertThat(command.delivery()).isEqualTo("visit-1");
        assertThat(command.channel()).isEqualTo(DeliveryChannel.TEXT_MESSAGE);
    }

    @Test
    void names_every_value_that_is_missing_or_misshapen_and_repeats_none() {
        assertThatThrownBy(
                        () ->
                                build(
                                        "social.home-visit",
                                        "done",
                                        Map.of("day", "yesterday", "findings", "如实")))
                .isInstanceOfSatisfying(
                        InvalidTaskDataException.class,
                        e -> {
                            assertThat(e.errors())
                                    .extracting(FieldError::pointer)
                                    .containsExactly("/day", "/visitors", "/evaluatedIncome");
                            assertThat(e.errors().toString()).doesNotContain("yesterday");
                        });
    }

    @Test
    void an_act_that_no_command_bears_is_an_error_of_the_package() {
        assertThatThrownBy(() -> build("juggle", "", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("juggle");
    }

    private Object build(String act, String outcome, Map<String, Object> data) {
        return acts.build(act, outcome, given(), new FormData(data));
    }

    private static Map<String, Object> given() {
        return Map.of(
                "application",
                APPLICATION,
                "step",
                "decide",
                "stamp",
                STAMP,
                "delivery",
                "visit-1");
    }
}
