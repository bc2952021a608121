package org.banshi.command.domain.social;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.social.Lot;
import org.banshi.command.contract.social.SocialCommand.Confirm;
import org.banshi.command.contract.social.SocialCommand.DrawSpotCheck;
import org.banshi.command.contract.social.SocialCommand.EndPublicNotice;
import org.banshi.command.contract.social.SocialCommand.GiveOpinion;
import org.banshi.command.contract.social.SocialCommand.PostPublicNotice;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.contract.social.SocialCommand.RecordHomeVisit;
import org.banshi.command.contract.social.SocialCommand.RecordInformationCheck;
import org.banshi.command.contract.social.SocialCommand.ResolveObjection;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.lifecycle.ProtectionRefusals;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on the acts that social assistance adds (民发〔2021〕57号, domain rules §2.3). */
final class SocialDecider {

    private static final int VISITORS = 2;

    private SocialDecider() {}

    static Verdict informationCheck(SocialCase it, RecordInformationCheck command) {
        return Verdict.happens(
                new SocialEvent.InformationChecked(
                        it.id(),
                        it.subject(),
                        command.outcome(),
                        command.monthlyIncome(),
                        command.financialAssets(),
                        command.report()));
    }

    static Verdict homeVisit(SocialCase it, RecordHomeVisit command) {
        List<String> visitors =
                command.visitors().stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
        if (new HashSet<>(visitors).size() < VISITORS) {
            return Verdict.refused(SocialRefusals.TWO_VISITORS);
        }
        LocalDate accepted = it.acceptedOn();
        boolean early = accepted != null && command.day().isBefore(accepted);
        if (early || command.day().isAfter(command.stamp().day())) {
            return Verdict.refused(SocialRefusals.VISIT_DAY);
        }
        return Verdict.happens(
                new SocialEvent.HomeVisited(
                        it.id(),
                        it.subject(),
                        command.day(),
                        visitors,
                        command.findings(),
                        command.evaluatedIncome()));
    }

    /**
     * A family beyond the limits of the check may be told no without a visit, never yes; nor is an
     * opinion in favour of what the rules rule out. Who doubts their result has what they rest on
     * looked into again.
     */
    static Verdict opinion(SocialCase it, SocialState state, GiveOpinion command) {
        if (command.outcome().equals(SocialWords.AGREE)) {
            if (!state.visited()) {
                return Verdict.refused(SocialRefusals.VISIT_MISSING);
            }
            if (isRuledOut(it.factsWithoutFamily(command.stamp().day()))) {
                return Verdict.refused(SocialRefusals.RULED_OUT);
            }
        }
        return Verdict.happens(
                new SocialEvent.OpinionGiven(
                        it.id(), it.subject(), command.outcome(), command.opinion()));
    }

    static Verdict drawSpotCheck(SocialCase it, DrawSpotCheck command) {
        Lot lot = command.lot();
        return Verdict.happens(
                new SocialEvent.SpotCheckDrawn(
                        it.id(),
                        it.subject(),
                        lot.service(),
                        lot.county(),
                        lot.year(),
                        lot.serial(),
                        lot.seed(),
                        command.percent(),
                        lot.drawn(command.percent())));
    }

    /** The last day of a notice posted on {@code day}, or of the one that stands. */
    static DueDate noticeUntil(
            SocialCase it, SocialState state, LocalDate day, WorkingCalendar calendar) {
        if (it.isProtected()) {
            // Nothing is put up: the process goes on at once.
            return new DueDate(day.minusDays(1), false);
        }
        Procedure procedure = Procedure.of(it.factsWithoutFamily(day));
        DueDate until = state.noticeUntil();
        return until != null && stands(state, procedure)
                ? until
                : calendar.due(day, procedure.noticeDays(), TermUnit.CALENDAR_DAYS);
    }

    private static boolean stands(SocialState state, Procedure procedure) {
        return state.noticeStands() && !procedure.renotice();
    }

    /**
     * An opinion renewed after an objection needs no second notice (example C14), unless the kind
     * of assistance asks for one; that takes the place of the first.
     */
    static Verdict postNotice(
            SocialCase it, SocialState state, PostPublicNotice command, DueDate until) {
        LocalDate today = command.stamp().day();
        Map<String, @Nullable Object> facts = it.factsWithoutFamily(today);
        Procedure procedure = Procedure.of(facts);
        if (!procedure.exOfficio() && !state.opinionInFavour()) {
            return Verdict.refused(SocialRefusals.OPINION_NOT_IN_FAVOUR);
        }
        if (it.isProtected() || stands(state, procedure)) {
            return Verdict.NOTHING;
        }
        if (it.isProtectionUnconfirmed()) {
            return Verdict.refused(ProtectionRefusals.UNCONFIRMED);
        }
        boolean up = state.noticeUntil() != null && !state.noticeEnded();
        if (up && !procedure.renotice()) {
            return Verdict.refused(SocialRefusals.NOTICE_UP);
        }
        BigDecimal amount = amount(facts);
        if (amount == null) {
            return Verdict.refused(SocialRefusals.AMOUNT_MISSING);
        }
        Integer familySize = familySize(facts);
        if (familySize == null) {
            return Verdict.refused(SocialRefusals.FAMILY_SIZE_MISSING);
        }
        return Verdict.happens(
                new SocialEvent.PublicNoticePosted(
                        it.id(),
                        it.subject(),
                        it.applicantName(),
                        familySize,
                        amount,
                        today,
                        until));
    }

    static Verdict raiseObjection(SocialCase it, SocialState state, RaiseObjection command) {
        if (it.isProtected() || !state.noticeUpOn(command.stamp().day())) {
            return Verdict.refused(SocialRefusals.NO_NOTICE);
        }
        Actor by = command.stamp().by();
        if (it.subject().equals(by.person()) || it.subject().equals(by.onBehalfOf())) {
            return Verdict.refused(SocialRefusals.OWN_NOTICE);
        }
        if (state.objectedBefore(by)) {
            return Verdict.refused(SocialRefusals.OBJECTED_BEFORE);
        }
        return Verdict.happens(
                new SocialEvent.ObjectionRaised(it.id(), it.subject(), command.objection()));
    }

    static Verdict resolveObjection(SocialCase it, SocialState state, ResolveObjection command) {
        if (state.unresolvedObjections() == 0) {
            return Verdict.refused(SocialRefusals.NO_OBJECTION);
        }
        return Verdict.happens(
                new SocialEvent.ObjectionResolved(
                        it.id(), it.subject(), command.outcome(), command.findings()));
    }

    static Verdict endNotice(SocialCase it, SocialState state, EndPublicNotice command) {
        DueDate until = state.noticeUntil();
        if (until == null && !it.wasProtected()) {
            return Verdict.refused(SocialRefusals.NO_NOTICE);
        }
        if (until == null || state.noticeEnded()) {
            return Verdict.NOTHING;
        }
        if (!it.isProtected() && !command.stamp().day().isAfter(until.day())) {
            return Verdict.refused(SocialRefusals.NOTICE_UP);
        }
        if (state.unresolvedObjections() > 0) {
            return Verdict.refused(SocialRefusals.OBJECTION_UNRESOLVED);
        }
        return Verdict.happens(new SocialEvent.PublicNoticeEnded(it.id(), it.subject()));
    }

    static Verdict confirm(
            SocialCase it,
            SocialState state,
            Confirm command,
            ServiceDefinition definition,
            RunningBenefits running,
            PartyKeys keys) {
        if (state.decided()) {
            return Verdict.refused(SocialRefusals.DECIDED_BEFORE);
        }
        Procedure procedure = Procedure.of(it.factsWithoutFamily(command.stamp().day()));
        if (!procedure.urgent() && !state.opinionGiven()) {
            return Verdict.refused(SocialRefusals.OPINION_MISSING);
        }
        if (state.unresolvedObjections() > 0) {
            return Verdict.refused(SocialRefusals.OBJECTION_UNRESOLVED);
        }
        return switch (command.outcome()) {
            case SocialWords.APPROVE ->
                    SharedBenefit.isDrawn(it, command.stamp().day(), definition, running)
                            ? Verdict.refused(SocialRefusals.MEMBER_DRAWS_IT)
                            : grant(it, state, command, procedure, definition, keys);
            case SocialWords.REJECT -> refuse(it, command, definition);
            default -> Verdict.refused(SocialRefusals.OUTCOME_UNKNOWN);
        };
    }

    /** Paid monthly from the month after the decision (57号 art. 25). */
    private static Verdict grant(
            SocialCase it,
            SocialState state,
            Confirm command,
            Procedure procedure,
            ServiceDefinition definition,
            PartyKeys keys) {
        if (!procedure.urgent() && !state.opinionInFavour()) {
            return Verdict.refused(SocialRefusals.OPINION_NOT_IN_FAVOUR);
        }
        boolean noticed = !procedure.urgent() && !it.wasProtected();
        if (noticed && !state.noticeForOpinion()) {
            return Verdict.refused(SocialRefusals.NOTICE_MISSING);
        }
        if (noticed && !state.noticeEnded()) {
            return Verdict.refused(SocialRefusals.NOTICE_UP);
        }
        int later = procedure.payment() == Procedure.Payment.MONTHLY ? 1 : 0;
        LocalDate today = command.stamp().day();
        Map<String, @Nullable Object> facts = it.factsWithoutFamily(today);
        if (isRuledOut(facts)) {
            return Verdict.refused(SocialRefusals.RULED_OUT);
        }
        BigDecimal amount = amount(facts);
        if (amount == null) {
            return Verdict.refused(SocialRefusals.AMOUNT_MISSING);
        }
        return Verdict.happens(
                new SocialEvent.Confirmed(
                        it.id(),
                        it.subject(),
                        command.outcome(),
                        null,
                        amount,
                        today.withDayOfMonth(1).plusMonths(later),
                        command.opinion(),
                        SharedBenefit.couples(it, today, definition, keys)));
    }

    private static Verdict refuse(SocialCase it, Confirm command, ServiceDefinition definition) {
        String reason = command.reason();
        if (reason == null || !definition.reasons().containsKey(reason)) {
            return Verdict.refused(SocialRefusals.REASON_UNKNOWN);
        }
        return Verdict.happens(
                new SocialEvent.Confirmed(
                        it.id(),
                        it.subject(),
                        command.outcome(),
                        reason,
                        null,
                        null,
                        command.opinion()));
    }

    /**
     * What the rule gave, rounded half up to a cent; null where it gave nothing, though something
     * is to be paid.
     */
    private static @Nullable BigDecimal amount(Map<String, @Nullable Object> facts) {
        Object output = ofAmount(facts, SocialWords.MONTHLY_AMOUNT);
        if (Procedure.of(facts).payment() == Procedure.Payment.NONE) {
            return BigDecimal.ZERO.setScale(2);
        }
        if (output == null) {
            return null;
        }
        BigDecimal amount = new BigDecimal(output.toString()).setScale(2, RoundingMode.HALF_UP);
        return amount.signum() > 0 ? amount : null;
    }

    /**
     * Whether the tables were asked and say no: there is no amount, or, of what is not paid, the
     * family is none of those that it is for.
     */
    private static boolean isRuledOut(Map<String, @Nullable Object> facts) {
        if (Procedure.of(facts).payment() == Procedure.Payment.NONE) {
            return facts.get(SocialWords.ELIGIBILITY) instanceof Map<?, ?> eligibility
                    && !SocialWords.ELIGIBLE.equals(eligibility.get("outcome"));
        }
        return facts.get(SocialWords.AMOUNT) instanceof Map<?, ?> && amount(facts) == null;
    }

    private static @Nullable Integer familySize(Map<String, @Nullable Object> facts) {
        Object size = ofAmount(facts, SocialWords.FAMILY_SIZE);
        if (size == null && facts.get(SocialWords.PROCEDURE) instanceof Map<?, ?> procedure) {
            size = procedure.get(SocialWords.FAMILY_SIZE);
        }
        if (size == null) {
            size = facts.get(SocialWords.FAMILY_SIZE);
        }
        if (size instanceof Number number) {
            return number.intValue();
        }
        return facts.get(SocialWords.MEMBERS) instanceof Collection<?> members
                ? (Integer) members.size()
                : null;
    }

    private static @Nullable Object ofAmount(Map<String, @Nullable Object> facts, String output) {
        return facts.get(SocialWords.AMOUNT) instanceof Map<?, ?> amount
                ? amount.get(output)
                : null;
    }
}
