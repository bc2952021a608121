package org.banshi.command.domain.benefit;

import java.time.YearMonth;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;

/**
 * What benefits claim: a person has one running benefit a kind. One that ends by itself claims
 * nothing; one that is stopped makes room for another, and takes its room again when it is resumed.
 * What was paid last holds that month, so that nothing pays it again. What is phased out keeps its
 * room until its last month is over. Before {@code benefit.runs-out} was written it made room at
 * once, and that stays so for what was written then.
 */
public final class BenefitClaims implements ClaimRules {

    private static final Changes ROOM =
            new Changes(List.of(), List.of(Claim.every(RunningBenefits.CLAIM)));
    private static final Changes ENDED =
            new Changes(
                    List.of(),
                    List.of(
                            Claim.every(RunningBenefits.CLAIM),
                            Claim.every(RunningBenefits.PHASED_OUT)));

    private static final Changes GOES_ON =
            new Changes(List.of(), List.of(Claim.every(RunningBenefits.PHASED_OUT)));

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == BenefitEvent.Granted.class
                || type == BenefitEvent.Resumed.class
                || type == BenefitEvent.Stopped.class
                || type == BenefitEvent.RunsOut.class
                || type == BenefitEvent.RanOut.class
                || type == BenefitEvent.ConfirmedAnew.class
                || type == BenefitEvent.PhaseOutBegan.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof BenefitEvent.Granted granted && granted.lastMonth() == null) {
            return new Changes(
                    List.of(RunningBenefits.claim(granted.subject(), granted.kind())), List.of());
        }
        if (event instanceof BenefitEvent.Resumed resumed) {
            return new Changes(
                    List.of(RunningBenefits.claim(resumed.subject(), resumed.kind())),
                    List.of(Claim.every(RunningBenefits.PAID)));
        }
        if (event instanceof BenefitEvent.Stopped stopped && stopped.paidKind() != null) {
            return new Changes(
                    List.of(
                            RunningBenefits.paid(
                                    stopped.subject(),
                                    stopped.paidKind(),
                                    YearMonth.from(stopped.lastMonth()))),
                    ENDED.released());
        }
        if (event instanceof BenefitEvent.RunsOut runsOut) {
            return new Changes(
                    List.of(
                            RunningBenefits.claim(runsOut.subject(), runsOut.kind()),
                            RunningBenefits.phasedOut(runsOut.benefit())),
                    List.of());
        }
        if (event instanceof BenefitEvent.ConfirmedAnew) {
            return GOES_ON;
        }
        if (event instanceof BenefitEvent.PhaseOutBegan) {
            return ROOM;
        }
        boolean ended =
                event instanceof BenefitEvent.Stopped || event instanceof BenefitEvent.RanOut;
        return ended ? ENDED : Changes.NONE;
    }
}
