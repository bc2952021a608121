package org.banshi.command.domain.disability;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.disability.DisabilityCommand.RecordAssessment;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;

/** Cases of an invented item for disabled persons, and what may happen to them. */
final class DisabilityCases {

    private static final Map<String, Object> SELF = Map.of("purpose", "card", "applyFor", "self");

    private static final Map<String, Object> MINOR =
            Map.of(
                    "purpose",
                    "card",
                    "applyFor",
                    "minor",
                    "holderName",
                    "林小星",
                    "holderIdentityNumber",
                    "440106191012126066");

    final InventedService card = InventedService.lanternPermit().ofFamily("disability");

    /** Lin's case, at the hospital since 2026-02-02. */
    CaseFixture referred() {
        return referred(SELF);
    }

    CaseFixture referredMinor() {
        return referred(MINOR);
    }

    private CaseFixture referred(Map<String, Object> form) {
        return aCaseOf(card)
                .applied("2026-02-02", form)
                .accepted("2026-02-02", "2026-03-03")
                .given(
                        "2026-02-02",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureStarted(
                                CASE, LIN, 1, SpecialProcedureKind.OTHER, "", due("2026-02-27")));
    }

    /** Told on 2026-02-06; until 2026-02-27 Lin may object. */
    CaseFixture told(int round) {
        return referred()
                .given("2026-02-06", CLERK, assessed(round, "meets", 2))
                .given("2026-02-06", PROCESS, told(round, "2026-02-27"));
    }

    /** The assessment is over and counts; no notice yet. */
    CaseFixture agreed(CaseFixture referred) {
        return referred.given("2026-02-06", CLERK, assessed(1, "meets", 2))
                .given("2026-02-06", PROCESS, told(1, "2026-02-27"))
                .given("2026-02-09", LIN_SELF, new DisabilityEvent.AssessmentAccepted(CASE, LIN))
                .given(
                        "2026-02-10",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureEnded(
                                CASE, LIN, 1, "", due("2026-03-11")));
    }

    /** On notice from 2026-02-13 to 2026-02-27. */
    CaseFixture noticed() {
        return agreed(referred()).given("2026-02-13", PROCESS, posted("2026-02-13", "2026-02-27"));
    }

    static RecordAssessment assess(String day, String outcome, @Nullable Integer level) {
        return new RecordAssessment(
                CASE,
                outcome,
                level == null ? null : Category.PHYSICAL,
                level,
                LocalDate.parse("2026-02-06"),
                "hospital",
                "as found",
                on(day, CLERK));
    }

    static DisabilityEvent.Assessed assessed(int round, String outcome, @Nullable Integer level) {
        return new DisabilityEvent.Assessed(
                CASE,
                LIN,
                round,
                outcome,
                level == null ? null : Category.PHYSICAL,
                level,
                LocalDate.parse("2026-02-06"),
                "hospital",
                "as found");
    }

    static DisabilityEvent.AssessmentTold told(int round, String until) {
        return new DisabilityEvent.AssessmentTold(CASE, LIN, round, due(until));
    }

    static DisabilityEvent.AssessmentDisputed disputed() {
        return new DisabilityEvent.AssessmentDisputed(CASE, LIN, "not so");
    }

    static DisabilityEvent.NoticePosted posted(String from, String until) {
        return new DisabilityEvent.NoticePosted(
                CASE, LIN, "林小灯", Category.PHYSICAL, 2, LocalDate.parse(from), due(until));
    }

    static DisabilityEvent.NoticeObjectedTo objected() {
        return new DisabilityEvent.NoticeObjectedTo(CASE, LIN, "he walks");
    }

    static CaseFixture objected(CaseFixture noticed) {
        return noticed.given("2026-02-25", STRANGER, objected());
    }
}
