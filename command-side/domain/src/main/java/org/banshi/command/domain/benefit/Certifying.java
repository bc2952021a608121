package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.benefit.BenefitCommand.Certify;
import org.banshi.command.contract.benefit.BenefitCommand.LetCertificationTimePass;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.CertificationWindow;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Event;
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

    static Verdict certify(BenefitState state, Certify command) {
        CertificationWindow window = state.certification();
        if (window == null || !state.certificationOpen()) {
            return Verdict.refused(BenefitRefusals.NOT_TO_BE_CERTIFIED);
        }
        return Verdict.happens(
                new BenefitEvent.Certified(
                        state.id(), state.subject(), window.opens().getYear(), command.way()),
                following(state, window));
    }

    private static Verdict missed(
            BenefitState state, CertificationWindow window, LetCertificationTimePass command) {
        List<Event> events = new ArrayList<>();
        events.add(
                new BenefitEvent.CertificationMissed(state.id(), state.subject(), window.until()));
        if (!state.underReview()) {
            events.add(
                    Verifying.due(
                            state,
                            ReviewCause.NOT_CERTIFIED,
                            MISSED.formatted(window.until()),
                            command.stamp()));
        }
        events.add(following(state, window));
        return new Verdict.Happens(events);
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
