package org.banshi.command.domain.privacy;

import java.util.List;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.privacy.PrivacyEvent.ApplicationsBarred;
import org.banshi.command.domain.application.ApplicationClaims;

/**
 * An erasure takes the place of every application that the person could have open, and never gives
 * it back: of an erasure and an application at the same moment the later one in the log fails,
 * whichever it is, and no case of somebody erased is left to handle.
 */
public final class PrivacyClaims implements ClaimRules {

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == ApplicationsBarred.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        return event instanceof ApplicationsBarred barred
                ? new Changes(
                        barred.services().stream()
                                .map(
                                        service ->
                                                new Claim(
                                                        ApplicationClaims.OPEN_APPLICATION,
                                                        barred.person() + "/" + service))
                                .toList(),
                        List.of())
                : Changes.NONE;
    }
}
