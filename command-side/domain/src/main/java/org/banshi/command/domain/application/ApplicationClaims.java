package org.banshi.command.domain.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.person.RecordedDeaths;

/**
 * What applications claim: a number is used once, for ever; a person has one open application an
 * item for each for whom they apply, from the application to its end. What another person filed for
 * the same one holds nobody back, and so tells nobody of it. A dispute gives that place back once
 * it is docketed: from then on it is the dispute that can't come twice ({@code
 * arbitration-dispute}), and whoever has another one, such as an employer with another worker, need
 * not wait. What an office begins by itself is not applied for: a person's two benefits may be
 * verified at the same time, each once.
 *
 * <p>An applicant's death stays claimed after the case's end, until it is refuted.
 */
public final class ApplicationClaims implements ClaimRules {

    /** Kind of the claim on a number. Its key is the number. */
    public static final String NUMBER = "application-number";

    /**
     * Kind of the claim on a person's open application. Its key is {@code person/service}; where
     * somebody else can file it, {@code hash of the number/who filed it/service}.
     */
    public static final String OPEN_APPLICATION = "open-application";

    private static final Changes GIVEN_BACK =
            new Changes(List.of(), List.of(Claim.every(OPEN_APPLICATION)));

    private static final Set<Class<?>> GIVES_BACK =
            Set.of(
                    ApplicationEvent.Concluded.class,
                    ApplicationEvent.AcceptanceRefused.class,
                    ApplicationEvent.Withdrawn.class,
                    ApplicationEvent.Terminated.class,
                    ArbitrationEvent.Docketed.class,
                    ArbitrationEvent.DeemedWithdrawn.class);

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == ApplicationEvent.Applied.class
                || type == ApplicationEvent.Supplemented.class
                || type == ApplicationEvent.CarriedOn.class
                || type == ApplicationEvent.DeathRecorded.class
                || type == ApplicationEvent.DeathRefuted.class
                || GIVES_BACK.contains(type);
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof ApplicationEvent.Applied applied) {
            List<Claim> claims = new ArrayList<>(List.of(new Claim(NUMBER, applied.number())));
            if (applied.channel() != Channel.EX_OFFICIO) {
                List<String> openFor = applied.openFor();
                claims.addAll(
                        open(
                                applied.subject(),
                                openFor == null ? List.of(applied.subject().value()) : openFor,
                                applied.service().service()));
            }
            return new Changes(List.copyOf(claims), List.of());
        }
        if (event instanceof ApplicationEvent.Supplemented now) {
            return now.openFor() == null || now.item() == null
                    ? Changes.NONE
                    : new Changes(
                            open(now.subject(), now.openFor(), now.item()), GIVEN_BACK.released());
        }
        if (event instanceof ApplicationEvent.CarriedOn on && on.item() != null) {
            // That of whoever died is of no harm: it ends with the case.
            return new Changes(List.of(open(on.subject().value(), on.item())), List.of());
        }
        if (event instanceof ApplicationEvent.DeathRecorded died) {
            return new Changes(List.of(RecordedDeaths.claim(died.subject(), stream)), List.of());
        }
        if (event instanceof ApplicationEvent.DeathRefuted) {
            return new Changes(List.of(), List.of(Claim.every(RecordedDeaths.CLAIM)));
        }
        return GIVES_BACK.contains(event.getClass()) ? GIVEN_BACK : Changes.NONE;
    }

    /** That of the applicant themselves is theirs alone; of all others, theirs beside whom. */
    private static List<Claim> open(PersonId filer, List<String> openFor, String service) {
        return openFor.stream()
                .map(
                        it ->
                                it.equals(filer.value())
                                        ? open(it, service)
                                        : open(it + "/" + filer, service))
                .toList();
    }

    private static Claim open(String whose, String service) {
        return new Claim(OPEN_APPLICATION, whose + "/" + service);
    }
}
