package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.accepted;
import static org.banshi.command.domain.arbitration.ArbitrationCases.decided;
import static org.banshi.command.domain.arbitration.ArbitrationCases.empanelled;
import static org.banshi.command.domain.arbitration.ArbitrationCases.form;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.panel;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AskRecusal;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DecideRecusal;
import org.banshi.command.contract.arbitration.ArbitrationCommand.NamePanel;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** Who sits on the panel and who steps back. */
class PanelTest {

    @Test
    void names_one_or_three() {
        served().when(name("甲")).happens(panel("甲"));
        served().when(name("甲", "乙", "丙")).happens(panel("甲", "乙", "丙"));
        served().when(name("甲", "乙")).refused("panel-size");
        served().when(name("甲", "甲", "乙")).refused("panel-size");
        served().when(name()).refused("panel-size");
    }

    @Test
    void names_three_where_the_procedure_wants_three() {
        wantingThree().when(name("甲")).refused("panel-of-three");
        wantingThree().when(name("甲", "乙", "丙")).happens(panel("甲", "乙", "丙"));
    }

    @Test
    void names_one_for_a_simple_case_even_of_a_group() {
        served().given("2026-09-18", PROCESS, decided("procedure", "simple"))
                .when(name("甲"))
                .happens(panel("甲"));
    }

    @Test
    void names_nobody_before_the_docket_or_while_a_hearing_is_set() {
        accepted(form("PAY", "8000.00")).when(name("甲")).refused("not-docketed");
        told().when(name("乙")).refused("hearing-set-before");
    }

    @Test
    void lets_a_party_ask_that_an_arbitrator_step_back() {
        empanelled()
                .when(ask("甲", LIN_SELF))
                .happens(new ArbitrationEvent.RecusalAsked(CASE, LIN, "a1", "甲", "有利害关系"));
    }

    @Test
    void asks_that_of_nobody_else_and_not_after_the_hearing() {
        empanelled().when(ask("乙", LIN_SELF)).refused("not-on-the-panel");
        empanelled().when(ask("甲", STRANGER)).refused("not-the-party");
        heard().when(ask("甲", LIN_SELF)).refused("heard-already");
    }

    @Test
    void goes_on_without_whoever_steps_back() {
        asked().when(decide(true))
                .happens(new ArbitrationEvent.RecusalDecided(CASE, LIN, "甲", true));
        asked().given(
                        "2026-10-16",
                        DOCKET,
                        new ArbitrationEvent.RecusalDecided(CASE, LIN, "甲", true))
                .when(name("甲"))
                .refused("recused");
        asked().given(
                        "2026-10-16",
                        DOCKET,
                        new ArbitrationEvent.RecusalDecided(CASE, LIN, "甲", true))
                .when(name("乙"))
                .happens(panel("乙"));
    }

    @Test
    void decides_only_what_was_asked_and_no_upholding_while_a_hearing_is_set() {
        empanelled().when(decide(true)).refused("recusal-not-asked");
        told().given("2026-10-19", LIN_SELF, request())
                .when(decide(true))
                .refused("hearing-set-before");
        told().given("2026-10-19", LIN_SELF, request())
                .when(decide(false))
                .happens(new ArbitrationEvent.RecusalDecided(CASE, LIN, "甲", false));
    }

    private static CaseFixture wantingThree() {
        return served().given("2026-09-18", PROCESS, decided("procedure", "three"));
    }

    private static CaseFixture asked() {
        return empanelled().given("2026-10-15", LIN_SELF, request());
    }

    private static ArbitrationEvent.RecusalAsked request() {
        return new ArbitrationEvent.RecusalAsked(CASE, LIN, "a1", "甲", "有利害关系");
    }

    private static NamePanel name(String... arbitrators) {
        return new NamePanel(CASE, List.of(arbitrators), on("2026-10-20", DOCKET));
    }

    private static AskRecusal ask(String arbitrator, Actor by) {
        return new AskRecusal(CASE, "a1", arbitrator, "有利害关系", on("2026-10-15", by));
    }

    private static DecideRecusal decide(boolean upheld) {
        return new DecideRecusal(CASE, "甲", upheld, on("2026-10-20", DOCKET));
    }
}
