package org.banshi.command.domain.application;

import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;

/**
 * What applications claim: a number is used once, for ever; a person has one open application an
 * item, from the application to its end.
 */
public final class ApplicationClaims implements ClaimRules {

    /** Kind of the claim on a number. Its key is the number. */
    public static final String NUMBER = "application-number";

    /** Kind of the claim on a person's open application. Its key is {@code person/service}. */
    public static final String OPEN_APPLICATION = "open-application";

    private static final Changes ENDED =
            new Changes(List.of(), List.of(Claim.every(OPEN_APPLICATION)));

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof ApplicationEvent.Applied applied) {
            return new Changes(
                    List.of(
                            new Claim(NUMBER, applied.number()),
                            new Claim(
                                    OPEN_APPLICATION,
                                    applied.subject() + "/" + applied.service().service())),
                    List.of());
        }
        boolean ends =
                event instanceof ApplicationEvent.Concluded
                        || event instanceof ApplicationEvent.AcceptanceRefused
                        || event instanceof ApplicationEvent.Withdrawn
                        || event instanceof ApplicationEvent.Terminated;
        return ends ? ENDED : Changes.NONE;
    }
}
