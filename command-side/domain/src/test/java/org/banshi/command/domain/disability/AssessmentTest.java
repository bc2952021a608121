package org.banshi.command.domain.disability;

import static org.banshi.command.domain.disability.DisabilityCases.assess;
import static org.banshi.command.domain.disability.DisabilityCases.assessed;
import static org.banshi.command.domain.disability.DisabilityCases.disputed;
import static org.banshi.command.domain.disability.DisabilityCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import org.banshi.command.contract.disability.DisabilityCommand.AcceptAssessment;
import org.banshi.command.contract.disability.DisabilityCommand.DisputeAssessment;
import org.banshi.command.contract.disability.DisabilityCommand.TellAssessment;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private final DisabilityCases cases = new DisabilityCases();

    @Test
    void is_recorded_once_with_category_and_level_where_the_standard_is_met() {
        cases.referred().when(assess("2026-02-06", "meets", 2)).happens(assessed(1, "meets", 2));
        cases.referred()
                .when(assess("2026-02-06", "meets", null))
                .refused("assessment-grade-missing");
        cases.referred().when(assess("2026-02-06", "meets", 5)).refused("assessment-grade-missing");
        cases.told(1).when(assess("2026-02-09", "meets", 2)).refused("assessed-before");
    }

    @Test
    void has_no_grade_where_the_standard_is_not_met() {
        cases.referred().when(assess("2026-02-06", "below", 3)).happens(assessed(1, "below", null));
    }

    @Test
    void is_made_before_it_is_recorded() {
        cases.referred().when(assess("2026-02-05", "meets", 2)).refused("assessed-later");
    }

    @Test
    void belongs_to_a_special_procedure_of_an_item_for_disabled_persons() {
        aCaseOf(cases.card)
                .applied("2026-02-02")
                .accepted("2026-02-02", "2026-03-03")
                .when(assess("2026-02-06", "meets", 2))
                .refused("no-special-procedure");
        aCaseOf(InventedService.lanternPermit())
                .applied("2026-02-02")
                .accepted("2026-02-02", "2026-03-03")
                .when(assess("2026-02-06", "meets", 2))
                .refused("not-disability");
    }

    /** Example D11: ten working days; told on 09-18, until 10-09. */
    @Test
    void can_be_objected_to_within_ten_working_days_of_being_told() {
        cases.referred()
                .given("2026-09-17", CLERK, assessed(1, "meets", 2))
                .when(new TellAssessment(CASE, on("2026-09-18", PROCESS)))
                .answers(due("2026-10-09"))
                .happens(told(1, "2026-10-09"));

        cases.told(1).when(dispute("2026-02-27", LIN_SELF)).happens(disputed());
        cases.told(1)
                .when(dispute("2026-02-28", LIN_SELF))
                .refused("assessment-objection-too-late");
    }

    @Test
    void is_told_once() {
        cases.told(1)
                .when(new TellAssessment(CASE, on("2026-02-09", PROCESS)))
                .answers(due("2026-02-27"))
                .nothingHappens();
        cases.referred()
                .when(new TellAssessment(CASE, on("2026-02-09", PROCESS)))
                .refused("assessment-missing");
    }

    @Test
    void is_answered_by_the_applicant_once_they_were_told() {
        cases.told(1)
                .when(agree("2026-02-09", LIN_SELF))
                .happens(new DisabilityEvent.AssessmentAccepted(CASE, LIN));
        cases.told(1).when(agree("2026-02-09", STRANGER)).refused("not-the-applicant");
        cases.told(1).when(dispute("2026-02-09", STRANGER)).refused("not-the-applicant");
        cases.referred()
                .given("2026-02-06", CLERK, assessed(1, "meets", 2))
                .when(agree("2026-02-06", LIN_SELF))
                .refused("assessment-not-told");
        cases.referred().when(dispute("2026-02-06", LIN_SELF)).refused("assessment-missing");
        cases.told(1)
                .given("2026-02-09", LIN_SELF, new DisabilityEvent.AssessmentAccepted(CASE, LIN))
                .when(dispute("2026-02-10", LIN_SELF))
                .refused("assessment-agreed-before");
    }

    @Test
    void is_made_again_one_level_up_after_an_objection_and_is_final_at_the_province() {
        cases.told(1)
                .given("2026-02-09", LIN_SELF, disputed())
                .when(assess("2026-02-12", "below", null))
                .happens(assessed(2, "below", null));
        cases.told(2)
                .given("2026-02-09", LIN_SELF, disputed())
                .when(assess("2026-02-12", "meets", 1))
                .happens(assessed(3, "meets", 1));
        cases.told(3).when(dispute("2026-02-09", LIN_SELF)).refused("assessment-final");
        cases.referred()
                .given("2026-02-06", CLERK, assessed(3, "meets", 2))
                .when(new TellAssessment(CASE, on("2026-02-09", PROCESS)))
                .refused("assessment-final");
    }

    private static AcceptAssessment agree(String day, Actor by) {
        return new AcceptAssessment(CASE, on(day, by));
    }

    private static DisputeAssessment dispute(String day, Actor by) {
        return new DisputeAssessment(CASE, "not so", on(day, by));
    }
}
