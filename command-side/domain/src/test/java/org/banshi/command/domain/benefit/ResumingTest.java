package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.due;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.banshi.catalogue.Opening;
import org.banshi.command.contract.benefit.BenefitCommand.MakeGood;
import org.banshi.command.contract.benefit.BenefitCommand.QuestionStop;
import org.banshi.command.contract.benefit.BenefitCommand.Resume;
import org.banshi.command.contract.benefit.BenefitCommand.UpholdStop;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** What becomes of a stop that may have been wrong. */
class ResumingTest {

    private static final String TODAY = "2026-05-11";
    private static final BenefitEvent STOP = stopped("2026-04-01", "2026-04-08");
    private static final BenefitEvent LOOKED_INTO =
            new BenefitEvent.ReviewFellDue(
                    BENEFIT,
                    LIN,
                    CaseFixture.CASE,
                    TOWN,
                    "oil-money",
                    1,
                    ReviewCause.STOP_QUESTIONED,
                    yuan("0.00"),
                    "复议决定撤销了停发",
                    "lantern-permit");

    @Test
    void a_stop_is_looked_into_once_where_the_item_can_undo_it() {
        verifiedBy(resuming()).given(STOP).when(question()).happens(LOOKED_INTO);
        verifiedBy(resuming())
                .given(STOP)
                .given(LOOKED_INTO)
                .when(question())
                .refused("benefit-looked-into");
        verifiedBy(resuming()).when(question()).refused("benefit-not-stopped");
        verifiedBy(InventedService.lanternPermit())
                .given(STOP)
                .when(question())
                .refused("stop-undone-otherwise");
        granted().given(STOP).when(question()).refused("stop-undone-otherwise");
    }

    @Test
    void an_office_says_what_speaks_against_a_stop() {
        verifiedBy(resuming())
                .given(STOP)
                .when(new QuestionStop(BENEFIT, " ", on(TODAY, PROCESS)))
                .refused("benefit-reason-missing");
        verifiedBy(resuming()).given(STOP).when(question(LIN_SELF)).refused("benefit-office-only");
    }

    @Test
    void nothing_goes_on_beside_another_that_began_since_but_what_was_held_back_is_paid() {
        granted()
                .besideAnother()
                .given(STOP)
                .when(new Resume(BENEFIT, null, "复核有误", on(TODAY, PROCESS)))
                .refused("benefit-runs-anew");
        granted().besideAnother().given(STOP).when(makeGood("1314")).happens(madeGood());
        granted().when(makeGood("1314")).refused("benefit-not-stopped");
        granted().given(STOP).when(makeGood("0")).refused("amount-unfit");
    }

    @Test
    void a_stop_that_was_right_stands_and_can_be_questioned_again() {
        BenefitEvent stands = new BenefitEvent.ReviewBrokenOff(BENEFIT, LIN, null);
        UpholdStop uphold = new UpholdStop(BENEFIT, on(TODAY, PROCESS));
        granted().given(STOP).given(LOOKED_INTO).when(uphold).happens(stands);
        granted().when(uphold).refused("benefit-not-stopped");
    }

    @Test
    void who_was_taken_for_dead_before_the_first_month_gets_the_amount_that_was_granted() {
        granted()
                .given(stopped("2026-03-01", "2026-04-08"))
                .when(new Resume(BENEFIT, null, "本人健在", on(TODAY, PROCESS)))
                .happens(
                        new BenefitEvent.Resumed(
                                BENEFIT,
                                LIN,
                                "oil-money",
                                LocalDate.parse("2026-06-01"),
                                null,
                                "本人健在",
                                due("2026-11-11"),
                                yuan("1314.00")));
    }

    private static InventedService resuming() {
        return InventedService.lanternPermit()
                .opens(new Opening("benefit-resume", Map.of(), Map.of(), Map.of()));
    }

    private static BenefitFixture verifiedBy(InventedService item) {
        BenefitEvent.Granted before = BenefitFixture.grantedEvent(6, due("2026-09-10"), null);
        return BenefitFixture.nothing()
                .by(item)
                .given(
                        new BenefitEvent.Granted(
                                before.benefit(),
                                before.subject(),
                                before.application(),
                                before.service(),
                                before.region(),
                                before.kind(),
                                before.monthlyAmount(),
                                before.firstMonth(),
                                null,
                                null,
                                before.members(),
                                before.reviewEvery(),
                                before.reviewDue(),
                                "lantern-permit"));
    }

    private static QuestionStop question() {
        return question(PROCESS);
    }

    private static QuestionStop question(Actor by) {
        return new QuestionStop(BENEFIT, "复议决定撤销了停发", on(TODAY, by));
    }

    private static MakeGood makeGood(String arrears) {
        return new MakeGood(BENEFIT, new BigDecimal(arrears), "停发有误", on(TODAY, PROCESS));
    }

    private static BenefitEvent madeGood() {
        return new BenefitEvent.MadeGood(
                BENEFIT, LIN, LocalDate.parse("2026-06-01"), yuan("1314.00"), "停发有误");
    }
}
