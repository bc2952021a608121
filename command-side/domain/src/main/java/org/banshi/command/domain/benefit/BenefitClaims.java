package org.banshi.command.domain.benefit;

import java.util.List;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;

/**
 * What benefits claim: a person has one running benefit a kind. One that ends by itself claims
 * nothing; one that is stopped, or phased out, makes room for another, and takes its room again
 * when it is resumed.
 */
public final class BenefitClaims implements ClaimRules {

    private static final Changes ENDED =
            new Changes(List.of(), List.of(Claim.every(RunningBenefits.CLAIM)));

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == BenefitEvent.Granted.class
                || type == BenefitEvent.Resumed.class
                || type == BenefitEvent.Stopped.class
                || type == BenefitEvent.PhaseOutBegan.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof BenefitEvent.Granted granted && granted.lastMonth() == null) {
            return running(granted.subject(), granted.kind());
        }
        if (event instanceof BenefitEvent.Resumed resumed) {
            return running(resumed.subject(), resumed.kind());
        }
        boolean ended =
                event instanceof BenefitEvent.Stopped
                        || event instanceof BenefitEvent.PhaseOutBegan;
        return ended ? ENDED : Changes.NONE;
    }

    private static Changes running(PersonId person, String kind) {
        return new Changes(List.of(RunningBenefits.claim(person, kind)), List.of());
    }
}
