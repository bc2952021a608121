package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.Collect;
import org.banshi.command.contract.application.ApplicationCommand.Rate;
import org.banshi.command.contract.application.ApplicationCommand.RecordDelivery;
import org.banshi.command.contract.application.ApplicationCommand.RequestDelivery;
import org.banshi.command.contract.application.ApplicationCommand.Terminate;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.domain.arbitration.ArbitrationActs;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on a case's ends without a decision, and on what follows an end. */
final class Ending {

    private Ending() {}

    /**
     * Nobody applied for what an office looks into by itself, so nobody takes it back; nor what is
     * decided, be it in part (domain rules §5.5: before the award, and no claim that counts as
     * withdrawn already). Of a dispute the other side's own claim goes on.
     */
    static Verdict withdraw(ApplicationState state, ArbitrationActs dispute, Withdraw command) {
        if (state.filedAt() == Channel.EX_OFFICIO) {
            return Verdict.refused(EndingRefusals.OFFICES_OWN);
        }
        if (state.decided() || dispute.state().partlyDecided()) {
            return Verdict.refused(EndingRefusals.DECISION_MADE);
        }
        if (dispute.state().withdrawnBefore()) {
            return Verdict.refused(EndingRefusals.WITHDRAWN_BEFORE);
        }
        return dispute.withdrawn(command.reason())
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new ApplicationEvent.Withdrawn(
                                                state.id(), state.subject(), command.reason())));
    }

    /**
     * Breaks a case off.
     *
     * @param inTheFamily what follows in the family of the case
     */
    static Verdict terminate(
            ApplicationState state,
            Terminate command,
            ServiceDefinition definition,
            List<Event> inTheFamily) {
        List<Event> events = new ArrayList<>();
        events.add(
                new ApplicationEvent.Terminated(
                        state.id(), state.subject(), command.reason(), Remedies.open(definition)));
        events.addAll(inTheFamily);
        return new Verdict.Happens(events);
    }

    /**
     * An applicant without an e-mail address is told by text message; for one without a phone, too,
     * the document waits at the window. Who applied at a window is served on paper, because nothing
     * says that a phone would be read.
     */
    static Verdict requestDelivery(
            ApplicationState state, RequestDelivery command, WorkingCalendar calendar) {
        if (state.deliveries().find(command.delivery()) != null) {
            return Verdict.NOTHING;
        }
        Applicant details = state.details();
        boolean unreachable =
                command.channel() == DeliveryChannel.EMAIL
                        && (details == null || details.email() == null);
        DeliveryChannel asked = unreachable ? DeliveryChannel.TEXT_MESSAGE : command.channel();
        boolean nowhere = details != null && sent(asked) && address(asked, details).isBlank();
        DeliveryChannel fitting =
                nowhere
                        ? DeliveryChannel.WINDOW
                        : state.applicant().instead(state.protection().instead(asked));
        boolean onPaper = state.filedAt() == Channel.WINDOW && sent(fitting);
        DeliveryChannel channel = onPaper ? DeliveryChannel.POST : fitting;
        ApplicationEvent requested =
                new ApplicationEvent.DeliveryRequested(
                        state.id(),
                        state.subject(),
                        command.delivery(),
                        command.document(),
                        channel,
                        address(channel, details));
        return command.servedBy() == null
                ? Verdict.happens(requested)
                : served(state, command, command.servedBy(), requested, calendar);
    }

    /** The remedies run from the day of service, which an officer wrote down in a step before. */
    private static Verdict served(
            ApplicationState state,
            RequestDelivery command,
            String step,
            ApplicationEvent requested,
            WorkingCalendar calendar) {
        Map<String, @Nullable Object> facts = state.facts().on(command.stamp().day(), Map.of());
        if (!(CaseFacts.at(step + ".servedOn", facts) instanceof String servedOn)
                || !(CaseFacts.at(step + ".way", facts) instanceof String way)) {
            return Verdict.refused(EndingRefusals.SERVICE_UNKNOWN);
        }
        LocalDate day = LocalDate.parse(servedOn);
        if (day.isAfter(command.stamp().day()) || day.isBefore(state.concludedOn())) {
            return Verdict.refused(EndingRefusals.DELIVERY_DAY);
        }
        return Verdict.happens(
                requested,
                new ApplicationEvent.Delivered(
                        state.id(),
                        state.subject(),
                        command.delivery(),
                        command.document(),
                        day,
                        way,
                        Remedies.from(day, state.remedies(), calendar)));
    }

    /**
     * The same proof of a message may come again: messages are sent outside of any transaction. An
     * officer is told instead, for their day of service would count for nothing.
     */
    static Verdict recordDelivery(
            ApplicationState state, RecordDelivery command, WorkingCalendar calendar) {
        Deliveries.Delivery delivery = state.deliveries().find(command.delivery());
        if (delivery == null) {
            return Verdict.refused(EndingRefusals.DELIVERY_UNKNOWN);
        }
        if (delivery.arrived()) {
            return command.stamp().by().kind() == Actor.Kind.OFFICER
                    ? Verdict.refused(EndingRefusals.DELIVERED_BEFORE)
                    : Verdict.NOTHING;
        }
        LocalDate day = command.day();
        if (day.isAfter(command.stamp().day()) || day.isBefore(delivery.requestedOn())) {
            return Verdict.refused(EndingRefusals.DELIVERY_DAY);
        }
        return Verdict.happens(
                new ApplicationEvent.Delivered(
                        state.id(),
                        state.subject(),
                        command.delivery(),
                        delivery.document(),
                        day,
                        command.way() == null
                                ? command.proof()
                                : command.way() + ": " + command.proof(),
                        Remedies.from(day, delivery.remedies(), calendar)));
    }

    static Verdict collect(ApplicationState state, Collect command) {
        if (state.conclusion() != Conclusion.APPROVED) {
            return Verdict.refused(EndingRefusals.NOTHING_TO_COLLECT);
        }
        if (state.collected()) {
            return Verdict.refused(EndingRefusals.COLLECTED_BEFORE);
        }
        return Verdict.happens(
                new ApplicationEvent.Collected(
                        state.id(), state.subject(), command.collector(), command.way()));
    }

    static Verdict rate(ApplicationState state, Rate command) {
        if (state.rated()) {
            return Verdict.refused(EndingRefusals.RATED_BEFORE);
        }
        if (command.score() < 1 || command.score() > 5) {
            return Verdict.refused(EndingRefusals.RATING_SCORE);
        }
        return Verdict.happens(
                new ApplicationEvent.Rated(
                        state.id(), state.subject(), command.score(), command.comment()));
    }

    private static boolean sent(DeliveryChannel channel) {
        return channel == DeliveryChannel.TEXT_MESSAGE || channel == DeliveryChannel.EMAIL;
    }

    /** Post and window hand over a paper: no address is kept for them. */
    private static String address(DeliveryChannel channel, @Nullable Applicant details) {
        if (details == null) {
            return "";
        }
        return switch (channel) {
            case TEXT_MESSAGE -> details.phone();
            case EMAIL -> details.email() == null ? "" : details.email();
            case POST, WINDOW -> "";
        };
    }
}
