package org.banshi.command.domain.application;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.RecordedDeaths;

/**
 * Nothing begins for the dead: neither a benefit nor a certificate, for them or for a household
 * that counts them. What an office begins by itself about them goes on, and so does the review of a
 * stop, which may be that of somebody who was taken for dead.
 */
final class Deceased {

    private static final String HOLDER = "holderIdentityNumber";

    private static final Set<String> BEGIN = Set.of("benefit", "certificate");

    private Deceased() {}

    static Optional<Refusal> problem(
            Apply command, ServiceDefinition definition, RecordedDeaths deaths) {
        if (definition.exOfficio()
                || command.channel() == Channel.EX_OFFICIO
                || definition.opens().stream().noneMatch(Deceased::begins)) {
            return Optional.empty();
        }
        boolean byOfficer = command.stamp().by().kind() != Actor.Kind.CITIZEN;
        String own = IdentityNumber.canonical(command.details().identityNumber());
        // Whoever stands at the window and shows their card lives.
        boolean named =
                numbers(command)
                        .map(IdentityNumber::canonical)
                        .distinct()
                        .filter(number -> !byOfficer || !number.equals(own))
                        .anyMatch(deaths::includes);
        if (!named) {
            return Optional.empty();
        }
        return Optional.of(
                byOfficer
                        ? ReceivingRefusals.RECORDED_DEAD
                        : ReceivingRefusals.PERSON_TO_BE_VERIFIED);
    }

    /** A wrong stop is made good to whoever was taken for dead. */
    private static boolean begins(Opening opening) {
        return BEGIN.contains(opening.kind())
                && !Boolean.TRUE.equals(opening.with().get("makesGood"));
    }

    private static Stream<String> numbers(Apply command) {
        Stream<String> holder =
                command.form().values().get(HOLDER) instanceof String number
                        ? Stream.of(number)
                        : Stream.empty();
        return Stream.concat(
                Stream.concat(Stream.of(command.details().identityNumber()), holder),
                Household.numbers(command.form()).stream());
    }
}
