package org.banshi.command.domain.benefit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.RecordedDeaths;

/**
 * What benefits claim: a person has one running benefit a kind. One that ends by itself claims
 * nothing; one that is stopped makes room for another, and takes its room again when it is resumed.
 * What was paid last holds that month, so that nothing pays it again. What is phased out keeps its
 * room until its last month is over. Before {@code benefit.runs-out} was written it made room at
 * once, and that stays so for what was written then.
 *
 * <p>What was stopped by a death says so of its person, until that stop is found wrong.
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

    private static final Changes LIVES =
            new Changes(List.of(), List.of(Claim.every(RecordedDeaths.CLAIM)));

    private static final Changes GOES_ON =
            new Changes(List.of(), List.of(Claim.every(RunningBenefits.PHASED_OUT)));

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == BenefitEvent.Granted.class
                || type == BenefitEvent.Resumed.class
                || type == BenefitEvent.MadeGood.class
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
                    List.of(Claim.every(RunningBenefits.PAID), Claim.every(RecordedDeaths.CLAIM)));
        }
        if (event instanceof BenefitEvent.MadeGood) {
            return LIVES;
        }
        if (event instanceof BenefitEvent.Stopped stopped) {
            return stopped(stream, stopped);
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
        return event instanceof BenefitEvent.RanOut ? ENDED : Changes.NONE;
    }

    /** What names heirs was stopped by a death. */
    private static Changes stopped(String stream, BenefitEvent.Stopped stopped) {
        List<Claim> claims = new ArrayList<>();
        if (stopped.paidKind() != null) {
            claims.add(
                    RunningBenefits.paid(
                            stopped.subject(),
                            stopped.paidKind(),
                            YearMonth.from(stopped.lastMonth())));
        }
        if (stopped.heirs() != null) {
            claims.add(RecordedDeaths.claim(stopped.subject(), stream));
        }
        return new Changes(List.copyOf(claims), ENDED.released());
    }
}
