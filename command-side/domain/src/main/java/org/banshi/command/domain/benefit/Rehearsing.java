package org.banshi.command.domain.benefit;

import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitCommand.ClaimBack;
import org.banshi.command.contract.benefit.BenefitCommand.Decrease;
import org.banshi.command.contract.benefit.BenefitCommand.Increase;
import org.banshi.command.contract.benefit.BenefitCommand.Keep;
import org.banshi.command.contract.benefit.BenefitCommand.MakeGood;
import org.banshi.command.contract.benefit.BenefitCommand.PhaseOut;
import org.banshi.command.contract.benefit.BenefitCommand.Rehearse;
import org.banshi.command.contract.benefit.BenefitCommand.Resume;
import org.banshi.command.contract.benefit.BenefitCommand.Stop;
import org.banshi.command.contract.benefit.BenefitCommand.StopShare;
import org.banshi.command.contract.benefit.BenefitCommand.UpholdStop;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.domain.verdict.Verdict;

/**
 * Tells what a decision would be refused for before it is one. What a case opens happens after its
 * conclusion: there a refusal would come too late, and the benefit would go on as if nobody had
 * decided.
 */
final class Rehearsing {

    private Rehearsing() {}

    /** The refusal of the first act that is refused; otherwise nothing happens. */
    static Verdict rehearse(
            BenefitState state, Rehearse command, Catalogue catalogue, RunningBenefits running) {
        return command.acts().stream()
                .map(act -> verdict(state, act, catalogue, running))
                .filter(Verdict.Refused.class::isInstance)
                .findFirst()
                .orElse(Verdict.NOTHING);
    }

    private static Verdict verdict(
            BenefitState state, BenefitCommand act, Catalogue catalogue, RunningBenefits running) {
        return Gate.of(state, act)
                .map(Verdict::refused)
                .orElseGet(() -> decided(state, act, catalogue, running));
    }

    /** What rests on an act before it, as a fine on what is claimed back, has nothing to fear. */
    private static Verdict decided(
            BenefitState state, BenefitCommand act, Catalogue catalogue, RunningBenefits running) {
        WorkingCalendar calendar = catalogue.reference().calendar();
        if (act instanceof Keep it) {
            return Verifying.keep(state, it, calendar);
        } else if (act instanceof Increase it) {
            return Changing.increase(state, it, catalogue);
        } else if (act instanceof Decrease it) {
            return Changing.decrease(state, it, catalogue);
        } else if (act instanceof StopShare it) {
            return Changing.stopShare(state, it, calendar);
        } else if (act instanceof Stop it) {
            return Stopping.stop(state, it, calendar);
        } else if (act instanceof PhaseOut it) {
            return Stopping.phaseOut(state, it, calendar);
        } else if (act instanceof ClaimBack it) {
            return Stopping.claimBack(state, it, calendar);
        } else if (act instanceof Resume it) {
            return Resuming.resume(state, it, calendar, running);
        } else if (act instanceof MakeGood it) {
            return Resuming.makeGood(state, it);
        }
        return act instanceof UpholdStop ? Resuming.uphold(state) : Verdict.NOTHING;
    }
}
