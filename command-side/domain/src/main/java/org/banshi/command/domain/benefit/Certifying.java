package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitCommand.Certify;
import org.banshi.command.contract.benefit.BenefitCommand.LetCertificationTimePass;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.benefit.CertificationWindow;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the yearly certification (资格认定, domain rules §3.6). Missing it stops nothing by
 * itself: an office looks into it, and a stop needs its decision and a notice (design §8).
 */
final class Certifying {

    /** What the officer reads who looks into it. */
    private static final String MISSED = "没有在%s前办理资格认定，请核实。";

    private Certifying() {}

    /** The first window is that of the year after the grant, which found everything in order. */
    static @Nullable BenefitEvent first(
            BenefitEvent.Granted granted, @Nullable String days, LocalDate today) {
        return days == null
                ? null
                : set(granted, CertificationWindow.of(days, today.getYear() + 1));
    }

    /** The clock may call more than once, and late. */
    static Verdict letTimePass(BenefitState state, LetCertificationTimePass command) {
        CertificationWindow window = state.certification();
        LocalDate today = command.stamp().day();
        if (window == null || state.stopped() || state.overOn(today)) {
            return Verdict.NOTHING;
        }
        if (!state.certificationOpen()) {
            return today.isBefore(window.opens())
                    ? Verdict.NOTHING
                    : Verdict.happens(
                            new BenefitEvent.CertificationOpened(
                                    state.id(), state.subject(), window.untilOpenedOn(today)));
        }
        if (today.isAfter(window.until())) {
            return missed(state, window, command);
        }
        return state.certificationReminded()
                        || today.isBefore(CertificationWindow.remindOn(window.until()))
                ? Verdict.NOTHING
                : Verdict.happens(
                        new BenefitEvent.CertificationReminded(
                                state.id(), state.subject(), window.until()));
    }

    /**
     * Online it is the person's own act; an officer says whom they saw, when, and what proves it.
     */
    static Verdict certify(BenefitState state, Certify command) {
        CertificationWindow window = state.certification();
        if (window == null || !state.certificationOpen()) {
            return Verdict.refused(BenefitRefusals.NOT_TO_BE_CERTIFIED);
        }
        return problem(window, command)
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new BenefitEvent.Certified(
                                                state.id(),
                                                state.subject(),
                                                window.opens().getYear(),
                                                command.way(),
                                                command.seenOn(),
                                                command.proof()),
                                        following(state, window)));
    }

    private static Optional<Refusal> problem(CertificationWindow window, Certify command) {
        boolean online = command.way() == CertificationWay.ONLINE;
        if (online != (command.stamp().by().kind() == Actor.Kind.CITIZEN)) {
            return Optional.of(BenefitRefusals.CERTIFIED_OTHERWISE);
        }
        String proof = command.proof();
        LocalDate seen = command.seenOn();
        if (online) {
            return seen == null && proof == null
                    ? Optional.empty()
                    : Optional.of(BenefitRefusals.CERTIFIED_OTHERWISE);
        }
        if (proof == null || proof.isBlank() || seen == null) {
            return Optional.of(BenefitRefusals.PROOF_MISSING);
        }
        return seen.isAfter(command.stamp().day()) || seen.isBefore(window.opens())
                ? Optional.of(BenefitRefusals.SEEN_OUTSIDE_THE_WINDOW)
                : Optional.empty();
    }

    private static Verdict missed(
            BenefitState state, CertificationWindow window, LetCertificationTimePass command) {
        List<Event> events = new ArrayList<>();
        events.add(
                new BenefitEvent.CertificationMissed(state.id(), state.subject(), window.until()));
        if (!state.underReview()) {
            events.add(lookInto(state, window.until(), command.stamp()));
        }
        events.add(following(state, window));
        return new Verdict.Happens(events);
    }

    /**
     * What was missed or reported while something else was verified is looked into once that has
     * ended, in the same breath: it is never lost.
     *
     * @param verdict on a command, whatever it was
     */
    static Verdict thenLookIntoWhatWaited(
            BenefitState state, Verdict verdict, BenefitCommand command) {
        if (!(verdict instanceof Verdict.Happens happens)) {
            return verdict;
        }
        if (state.overOn(command.stamp().day())) {
            return verdict;
        }
        boolean ends = endsAReview(happens.events());
        LocalDate missed = open(state, happens.events());
        Optional<String> reported = ends ? state.reports().next() : Optional.empty();
        boolean time = command instanceof LetCertificationTimePass && !state.underReview();
        if (missed != null && (ends || time)) {
            return with(happens, lookInto(state, missed, command.stamp()));
        }
        return reported.<Verdict>map(
                        it ->
                                with(
                                        happens,
                                        Verifying.due(
                                                state, ReviewCause.REPORTED, it, command.stamp())))
                .orElse(verdict);
    }

    private static Verdict with(Verdict.Happens happens, Event following) {
        List<Event> events = new ArrayList<>(happens.events());
        events.add(following);
        return new Verdict.Happens(events);
    }

    /** What was missed and nobody decided on: it waited, or its verification was broken off. */
    private static @Nullable LocalDate open(BenefitState state, List<Event> events) {
        LocalDate waiting = state.missedCertification();
        boolean brokenOff =
                events.stream().anyMatch(it -> it instanceof BenefitEvent.ReviewBrokenOff);
        return waiting == null && brokenOff ? state.certificationLookedInto() : waiting;
    }

    /** A stop ends it too, and then there is nothing left to look into. */
    private static boolean endsAReview(List<Event> events) {
        return events.stream()
                .anyMatch(
                        it ->
                                it instanceof BenefitEvent.Kept
                                        || it instanceof BenefitEvent.Increased
                                        || it instanceof BenefitEvent.Decreased
                                        || it instanceof BenefitEvent.ShareStopped
                                        || it instanceof BenefitEvent.PhaseOutBegan
                                        || it instanceof BenefitEvent.ReviewBrokenOff);
    }

    private static Event lookInto(BenefitState state, LocalDate missed, Stamp stamp) {
        return Verifying.due(state, ReviewCause.NOT_CERTIFIED, MISSED.formatted(missed), stamp);
    }

    private static BenefitEvent following(BenefitState state, CertificationWindow window) {
        int year = window.opens().getYear() + 1;
        return new BenefitEvent.CertificationSet(
                state.id(),
                state.subject(),
                window.opens().withYear(year),
                state.certificationLastDay().withYear(year));
    }

    private static BenefitEvent set(BenefitEvent.Granted granted, CertificationWindow window) {
        return new BenefitEvent.CertificationSet(
                granted.benefit(), granted.subject(), window.opens(), window.until());
    }
}
