package org.banshi.command.domain.application;

import java.util.ArrayList;
import java.util.List;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.CarryOn;
import org.banshi.command.contract.application.ApplicationCommand.RecordDeath;
import org.banshi.command.contract.application.ApplicationCommand.RefuteDeath;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Who the applicant is, and what happens to the case when they die. What is asked for the
 * household, and what is owed to somebody, others may go on with; what belongs to the person alone
 * ends with it.
 */
final class Succession {

    private PersonId person;
    private @Nullable Applicant details;
    private String number;
    private @Nullable List<String> openFor;
    private boolean dead;
    private int times;

    Verdict record(ApplicationState state, RecordDeath command) {
        if (command.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.DEATH_REASON);
        }
        return dead
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ApplicationEvent.DeathRecorded(
                                state.id(), state.subject(), command.reason()));
    }

    Verdict refute(ApplicationState state, RefuteDeath command) {
        if (command.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.DEATH_REASON);
        }
        return dead
                ? Verdict.happens(
                        new ApplicationEvent.DeathRefuted(
                                state.id(), state.subject(), command.reason()))
                : Verdict.NOTHING;
    }

    /**
     * Makes the successor the applicant.
     *
     * @param asParty what makes them the party of a dispute; none where the case is no dispute yet
     */
    Verdict carryOn(
            ApplicationState state,
            CarryOn command,
            ServiceDefinition definition,
            AsParty asParty) {
        Applicant before = details;
        if (!dead || before == null) {
            return Verdict.refused(EndingRefusals.NO_DEATH);
        }
        if (!definition.heirs()) {
            return Verdict.refused(EndingRefusals.PERSONAL_MATTER);
        }
        boolean known =
                !command.name().isBlank()
                        && !command.relation().isBlank()
                        && IdentityNumber.parse(command.identityNumber()).value().isPresent()
                        && MobileNumber.parse(command.phone()).value().isPresent();
        if (!known || command.identityNumber().equals(before.identityNumber())) {
            return Verdict.refused(EndingRefusals.SUCCESSOR_UNKNOWN);
        }
        PersonId successor =
                command.successor() == null
                        ? new PersonId(state.id() + "-successor-" + (times + 1))
                        : command.successor();
        Applicant now =
                new Applicant(command.name(), command.identityNumber(), command.phone(), null);
        List<? extends Event> asParties = asParty.of(successor, now);
        boolean severalAtOnce = definition.exOfficio() || !asParties.isEmpty() || !isTheOnlyOne();
        List<Event> events = new ArrayList<>();
        events.add(
                new ApplicationEvent.CarriedOn(
                        state.id(),
                        successor,
                        person,
                        number,
                        severalAtOnce ? null : definition.version().service(),
                        now,
                        command.relation()));
        events.addAll(asParties);
        return new Verdict.Happens(events);
    }

    /** What follows in the family of the case. */
    interface AsParty {

        List<? extends Event> of(PersonId successor, Applicant details);
    }

    void on(ApplicationEvent.Applied event) {
        person = event.subject();
        details = event.details();
        number = event.number();
        openFor = event.openFor();
    }

    void on(ApplicationEvent.Supplemented event) {
        openFor = event.openFor() == null ? openFor : event.openFor();
    }

    /** Whether it keeps the applicant from another case of the item, whatever it is about. */
    private boolean isTheOnlyOne() {
        return openFor == null || openFor.contains(person.value());
    }

    /** Whether it is about this. */
    boolean takes(ApplicationEvent event) {
        if (event instanceof ApplicationEvent.CarriedOn on) {
            person = on.subject();
            details = on.details();
            times++;
        } else if (!(event instanceof ApplicationEvent.DeathRecorded)
                && !(event instanceof ApplicationEvent.DeathRefuted)) {
            return false;
        }
        dead = event instanceof ApplicationEvent.DeathRecorded;
        return true;
    }

    PersonId person() {
        return person;
    }

    /** Empty after an erasure. */
    String name() {
        return details == null ? "" : details.name();
    }

    /** Empty after an erasure. */
    String identityNumber() {
        return details == null ? "" : details.identityNumber();
    }

    /** Null after an erasure. */
    @Nullable Applicant details() {
        return details;
    }

    /** The dead are sent nothing: papers wait at the window for whoever goes on. */
    DeliveryChannel instead(DeliveryChannel channel) {
        boolean sent = channel == DeliveryChannel.TEXT_MESSAGE || channel == DeliveryChannel.EMAIL;
        return dead && sent ? DeliveryChannel.WINDOW : channel;
    }
}
