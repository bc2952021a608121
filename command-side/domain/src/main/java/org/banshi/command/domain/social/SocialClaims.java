package org.banshi.command.domain.social;

import java.util.List;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent;

/**
 * A household has one shared benefit (民发〔2021〕57号 第四条、第七条). What runs is looked for before a
 * confirmation; that two are confirmed in the same moment, before either runs, is what this keeps
 * from happening. The day stands in the key, so that nothing is held once the benefit is over.
 */
public final class SocialClaims implements ClaimRules {

    /** Kind of the claim. Its key is {@code kind/hashes of both/day of the decision}. */
    public static final String COUPLE = "confirmed-couple";

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == SocialEvent.Confirmed.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        return event instanceof SocialEvent.Confirmed confirmed && confirmed.couples() != null
                ? new Changes(
                        confirmed.couples().stream().map(it -> new Claim(COUPLE, it)).toList(),
                        List.of())
                : Changes.NONE;
    }
}
