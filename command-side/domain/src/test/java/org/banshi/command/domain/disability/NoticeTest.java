package org.banshi.command.domain.disability;

import static org.banshi.command.domain.disability.DisabilityCases.assess;
import static org.banshi.command.domain.disability.DisabilityCases.assessed;
import static org.banshi.command.domain.disability.DisabilityCases.objected;
import static org.banshi.command.domain.disability.DisabilityCases.posted;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import org.banshi.command.contract.application.ApplicationCommand.Approve;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.disability.DisabilityCommand.EndNotice;
import org.banshi.command.contract.disability.DisabilityCommand.ObjectToNotice;
import org.banshi.command.contract.disability.DisabilityCommand.PostNotice;
import org.banshi.command.contract.disability.DisabilityCommand.ResolveNoticeObjection;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private final DisabilityCases cases = new DisabilityCases();

    /** Example D13: 02-14 is a make-up day, 02-15 to 02-23 are off. */
    @Test
    void is_up_for_five_working_days_with_name_category_and_level() {
        cases.agreed(cases.referred())
                .when(post("2026-02-13"))
                .answers(due("2026-02-27"))
                .happens(posted("2026-02-13", "2026-02-27"));
        cases.noticed().when(post("2026-02-14")).answers(due("2026-02-27")).nothingHappens();
    }

    @Test
    void is_never_put_up_of_a_minor() {
        cases.agreed(cases.referredMinor()).when(post("2026-02-13")).refused("notice-of-a-minor");
    }

    @Test
    void needs_an_assessment_that_meets_the_standard() {
        cases.referred()
                .given("2026-02-06", CLERK, assessed(1, "below", null))
                .given(
                        "2026-02-10",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureEnded(
                                CASE, LIN, 1, "", due("2026-03-11")))
                .when(post("2026-02-13"))
                .refused("assessment-missing");
    }

    @Test
    void can_be_objected_to_by_anybody_else_once_while_it_is_up() {
        cases.noticed().when(object("2026-02-27", STRANGER)).happens(objected());
        cases.noticed().when(object("2026-02-28", STRANGER)).refused("notice-not-running");
        cases.noticed().when(object("2026-02-27", LIN_SELF)).refused("objection-to-own-notice");
        objected(cases.noticed()).when(object("2026-02-26", STRANGER)).refused("objected-before");
    }

    @Test
    void ends_after_its_last_day_when_every_objection_is_resolved() {
        cases.noticed().when(end("2026-02-27")).refused("notice-running");
        cases.noticed().when(end("2026-02-28")).happens(new DisabilityEvent.NoticeEnded(CASE, LIN));
        objected(cases.noticed()).when(end("2026-02-28")).refused("objection-unresolved");
        resolved("maintain")
                .when(end("2026-02-28"))
                .happens(new DisabilityEvent.NoticeEnded(CASE, LIN));
        cases.noticed().when(resolve("maintain")).refused("objection-missing");
        objected(cases.noticed()).when(resolve("maintain")).happens(resolvedEvent("maintain"));
    }

    @Test
    void comes_down_when_an_objection_makes_the_assessment_fall() {
        resolved("reassess").when(end("2026-02-28")).refused("notice-not-running");
        resolved("reassess").when(post("2026-02-26")).refused("assessment-missing");
        resolved("reassess")
                .given(
                        "2026-02-26",
                        CLERK,
                        new ApplicationEvent.SpecialProcedureStarted(
                                CASE, LIN, 2, SpecialProcedureKind.OTHER, "", due("2026-03-19")))
                .when(assess("2026-02-27", "meets", 4))
                .happens(assessed(1, "meets", 4));
    }

    @Test
    void lies_before_an_approval_except_that_of_a_minor() {
        cases.agreed(cases.referred()).when(approve()).refused("notice-running");
        cases.noticed().when(approve()).refused("notice-running");
        resolved("reassess").when(approve()).refused("disability-standard-not-met");
        approved(
                cases.noticed()
                        .given("2026-02-28", PROCESS, new DisabilityEvent.NoticeEnded(CASE, LIN)));
        approved(cases.agreed(cases.referredMinor()));
    }

    private static void approved(CaseFixture it) {
        it.when(approve()).result().expectSuccessfulHandlerExecution();
    }

    private CaseFixture resolved(String outcome) {
        return objected(cases.noticed()).given("2026-02-26", COUNTY, resolvedEvent(outcome));
    }

    private static DisabilityEvent resolvedEvent(String outcome) {
        return new DisabilityEvent.NoticeObjectionResolved(CASE, LIN, outcome, "as found");
    }

    private static PostNotice post(String day) {
        return new PostNotice(CASE, on(day, PROCESS));
    }

    private static ObjectToNotice object(String day, Actor by) {
        return new ObjectToNotice(CASE, "he walks", on(day, by));
    }

    private static ResolveNoticeObjection resolve(String outcome) {
        return new ResolveNoticeObjection(CASE, outcome, "as found", on("2026-02-26", COUNTY));
    }

    private static EndNotice end(String day) {
        return new EndNotice(CASE, on(day, PROCESS));
    }

    private static Approve approve() {
        return new Approve(CASE, on("2026-03-02", PROCESS));
    }
}
