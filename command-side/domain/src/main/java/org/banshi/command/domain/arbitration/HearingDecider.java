package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Adjourn;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AskAdjournment;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DeemWithdrawn;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DenyAdjournment;
import org.banshi.command.contract.arbitration.ArbitrationCommand.GrantAdjournment;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearing;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HoldHearingByDefault;
import org.banshi.command.contract.arbitration.ArbitrationCommand.SetHearing;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;

/** Decides when a case is heard, and what it means that somebody does not come. */
final class HearingDecider {

    /** 劳动争议调解仲裁法 35, in working days. */
    private static final int DAYS_OF_NOTICE = 5;

    private static final int DAYS_TO_ASK = 3;

    private HearingDecider() {}

    static Verdict set(
            ArbitrationCase it,
            ArbitrationState state,
            SetHearing command,
            WorkingCalendar calendar) {
        if (state.hearings().set() != null) {
            return Verdict.refused(HearingRefusals.HEARING_IS_SET);
        }
        Optional<Refusal> notReady = panelNotReady(state);
        if (notReady.isPresent()) {
            return Verdict.refused(notReady.get());
        }
        LocalDate today = command.stamp().day();
        if (calendar.workingDaysBetween(today, command.day()) < DAYS_OF_NOTICE) {
            return Verdict.refused(HearingRefusals.NOTICE_TOO_SHORT);
        }
        if (!calendar.isWorkingDay(command.day())) {
            return Verdict.refused(HearingRefusals.HEARING_ON_A_DAY_OFF);
        }
        Optional<Refusal> unanswered =
                state.collective()
                        ? noTimeToAnswer(state, command, calendar)
                        : unanswered(state, command.day());
        if (unanswered.isPresent()) {
            return Verdict.refused(unanswered.get());
        }
        return Verdict.happens(
                new ArbitrationEvent.HearingSet(
                        it.id(),
                        it.subject(),
                        state.hearings().last() + 1,
                        command.day(),
                        command.half(),
                        command.room(),
                        state.panel().arbitrators(),
                        slots(it, state, command)));
    }

    /**
     * 办案规则 64: with the claim a collective case's parties are told the day of the hearing, which
     * leaves whoever is told today the whole time to answer.
     */
    private static Optional<Refusal> noTimeToAnswer(
            ArbitrationState state, SetHearing command, WorkingCalendar calendar) {
        List<Parties.Party> respondents = state.parties().speaking(Side.RESPONDENT);
        boolean unserved =
                respondents.stream()
                        .anyMatch(one -> state.services().answerBy(one.key()).isEmpty());
        if (!unserved) {
            return unanswered(state, command.day());
        }
        DueDate soonest =
                calendar.due(command.stamp().day(), Serving.DAYS_TO_ANSWER, TermUnit.WORKING_DAYS);
        boolean runs =
                !command.day().isAfter(soonest.day())
                        || respondents.stream()
                                .anyMatch(one -> mayStillAnswer(one, state, command.day()));
        return runs ? Optional.of(HearingRefusals.ANSWER_TERM_RUNS) : Optional.empty();
    }

    /** Why nobody can be heard on that day: a respondent has not answered and still may. */
    private static Optional<Refusal> unanswered(ArbitrationState state, LocalDate day) {
        List<Parties.Party> respondents = state.parties().speaking(Side.RESPONDENT);
        if (respondents.stream().anyMatch(one -> state.services().answerBy(one.key()).isEmpty())) {
            return Optional.of(ArbitrationRefusals.CLAIM_NOT_SERVED);
        }
        if (respondents.stream().anyMatch(one -> mayStillAnswer(one, state, day))) {
            return Optional.of(HearingRefusals.ANSWER_TERM_RUNS);
        }
        return state.pending().contains(Pending.ANSWER)
                ? Optional.of(HearingRefusals.ANSWER_UNSERVED)
                : Optional.empty();
    }

    private static boolean mayStillAnswer(
            Parties.Party party, ArbitrationState state, LocalDate day) {
        Optional<DueDate> due = state.services().answerBy(party.key());
        return !state.services().answered(party.key())
                && due.filter(last -> !day.isAfter(last.day())).isPresent();
    }

    /** Panel, room and parties, each for that half day; of a group, those who speak for it. */
    private static List<String> slots(
            ArbitrationCase it, ArbitrationState state, SetHearing command) {
        String time = "/" + command.day() + "/" + command.half();
        String seat = it.region().county().value();
        List<String> slots = new ArrayList<>();
        state.panel().arbitrators().forEach(a -> slots.add("arbitrator/" + seat + "/" + a + time));
        slots.add("room/" + seat + "/" + command.room() + time);
        state.parties().speaking().stream()
                .map(Parties.Party::booking)
                .filter(key -> key != null)
                .distinct()
                .forEach(key -> slots.add("party/" + key + time));
        return slots;
    }

    /** Three working days before the hearing at the latest; the panel decides. */
    static Verdict askAdjournment(
            ArbitrationCase it,
            ArbitrationState state,
            AskAdjournment command,
            WorkingCalendar calendar) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        ArbitrationEvent.HearingSet set = state.hearings().set();
        if (set == null) {
            return Verdict.refused(HearingRefusals.NO_HEARING);
        }
        if (calendar.workingDaysBetween(command.stamp().day(), set.day()) < DAYS_TO_ASK) {
            return Verdict.refused(HearingRefusals.ADJOURNMENT_LATE);
        }
        return Verdict.happens(
                new ArbitrationEvent.AdjournmentAsked(
                        it.id(), party.person(), set.hearing(), party.key(), command.grounds()));
    }

    static Verdict adjourn(ArbitrationCase it, ArbitrationState state, Adjourn command) {
        ArbitrationEvent.HearingSet set = state.hearings().set();
        return set == null
                ? Verdict.refused(HearingRefusals.NO_HEARING)
                : Verdict.happens(
                        new ArbitrationEvent.HearingAdjourned(
                                it.id(), it.subject(), set.hearing(), command.reason()));
    }

    /** Whoever asked, it is put off for all. */
    static Verdict grantAdjournment(
            ArbitrationCase it, ArbitrationState state, GrantAdjournment command) {
        ArbitrationEvent.HearingSet set = state.hearings().set();
        return set == null || !state.pending().contains(Pending.ADJOURNMENT)
                ? Verdict.refused(HearingRefusals.ADJOURNMENT_NOT_ASKED)
                : Verdict.happens(
                        new ArbitrationEvent.HearingAdjourned(
                                it.id(), it.subject(), set.hearing(), command.reason()));
    }

    /** In time for the party to come. */
    static Verdict denyAdjournment(
            ArbitrationCase it, ArbitrationState state, DenyAdjournment command) {
        ArbitrationEvent.HearingSet set = state.hearings().set();
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (set == null || party == null || !state.asksForAnotherDay(party.key())) {
            return Verdict.refused(HearingRefusals.ADJOURNMENT_NOT_ASKED);
        }
        return !command.stamp().day().isBefore(set.day())
                ? Verdict.refused(HearingRefusals.DENIED_TOO_LATE)
                : Verdict.happens(
                        new ArbitrationEvent.AdjournmentDenied(
                                it.id(),
                                party.person(),
                                set.hearing(),
                                party.key(),
                                command.reason()));
    }

    static Verdict hold(ArbitrationCase it, ArbitrationState state, HoldHearing command) {
        return notYet(state, command.stamp().day())
                .or(() -> tooSoon(state))
                .map(Verdict::refused)
                .orElseGet(() -> held(it, state, List.of()));
    }

    /**
     * 缺席裁决: the absent were told in time. Claimants may be among them only where a counter-claim is
     * heard, and all of them: their own claims then count as withdrawn.
     */
    static Verdict holdByDefault(
            ArbitrationCase it,
            ArbitrationState state,
            HoldHearingByDefault command,
            WorkingCalendar calendar) {
        Optional<Refusal> notYet = notYet(state, command.stamp().day()).or(() -> tooSoon(state));
        if (notYet.isPresent()) {
            return Verdict.refused(notYet.get());
        }
        List<String> absent = command.absent().stream().distinct().toList();
        List<Parties.Party> parties =
                state.parties().speaking().stream()
                        .filter(party -> absent.contains(party.key()))
                        .toList();
        boolean claimantless = parties.stream().anyMatch(party -> party.side() == Side.CLAIMANT);
        if (claimantless && state.claims().anyCounter(Claims.Standing.FILED)) {
            return Verdict.refused(HearingRefusals.CLAIM_PENDING);
        }
        boolean others =
                claimantless && !onlyCounterClaimsAreLeft(state, parties)
                        || parties.size() != absent.size()
                        || absent.isEmpty();
        if (others) {
            return Verdict.refused(HearingRefusals.ABSENT_UNKNOWN);
        }
        if (!toldInTime(state, parties, calendar)) {
            return Verdict.refused(HearingRefusals.ABSENT_NOT_TOLD);
        }
        if (anyAsksForAnotherDay(state, parties)) {
            return Verdict.refused(HearingRefusals.ADJOURNMENT_OPEN);
        }
        return claimantless ? heldForTheRespondent(it, state, absent) : held(it, state, absent);
    }

    /** Whether no claimant came, while a respondent did and has a claim to be heard. */
    private static boolean onlyCounterClaimsAreLeft(
            ArbitrationState state, List<Parties.Party> absent) {
        return state.claims().anyCounter(Claims.Standing.IN_THE_CASE)
                && absent.containsAll(state.parties().speaking(Side.CLAIMANT))
                && !absent.containsAll(state.parties().speaking(Side.RESPONDENT));
    }

    private static Verdict heldForTheRespondent(
            ArbitrationCase it, ArbitrationState state, List<String> absent) {
        List<String> withdrawn =
                Stream.of(Claims.Standing.IN_THE_CASE, Claims.Standing.FILED)
                        .flatMap(standing -> state.claims().that(standing).stream())
                        .filter(claim -> !claim.counter())
                        .map(Claims.Claim::key)
                        .toList();
        if (withdrawn.isEmpty()) {
            return held(it, state, absent);
        }
        int hearing = state.hearings().last();
        return Verdict.happens(
                new ArbitrationEvent.ClaimsDeemedWithdrawn(
                        it.id(), it.subject(), hearing, withdrawn),
                new ArbitrationEvent.HearingHeld(it.id(), it.subject(), hearing, absent));
    }

    /** Of a group, only when nobody who speaks for it comes. */
    static Verdict deemWithdrawn(
            ArbitrationCase it,
            ArbitrationState state,
            DeemWithdrawn command,
            WorkingCalendar calendar) {
        Optional<Refusal> notYet = notYet(state, command.stamp().day());
        if (notYet.isPresent()) {
            return Verdict.refused(notYet.get());
        }
        if (state.claims().anyCounter(Claims.Standing.FILED)) {
            return Verdict.refused(HearingRefusals.CLAIM_PENDING);
        }
        if (state.claims().anyCounter(Claims.Standing.IN_THE_CASE)) {
            return Verdict.refused(HearingRefusals.COUNTER_CLAIM);
        }
        if (anyAsksForAnotherDay(state, state.parties().speaking(Side.CLAIMANT))) {
            return Verdict.refused(HearingRefusals.ADJOURNMENT_OPEN);
        }
        return toldInTime(state, state.parties().speaking(Side.CLAIMANT), calendar)
                ? Verdict.happens(
                        new ArbitrationEvent.DeemedWithdrawn(
                                it.id(), it.subject(), state.hearings().last()))
                : Verdict.refused(HearingRefusals.ABSENT_NOT_TOLD);
    }

    /** Nobody stays away without reason who was not told whether the reason counts. */
    private static boolean anyAsksForAnotherDay(
            ArbitrationState state, List<Parties.Party> parties) {
        return parties.stream().anyMatch(party -> state.asksForAnotherDay(party.key()));
    }

    static Optional<Refusal> panelNotReady(ArbitrationState state) {
        if (!state.panel().isComplete()) {
            return Optional.of(HearingRefusals.PANEL_MISSING);
        }
        return state.panel().hasOpenRecusal()
                ? Optional.of(HearingRefusals.RECUSAL_OPEN)
                : Optional.empty();
    }

    private static Optional<Refusal> notYet(ArbitrationState state, LocalDate today) {
        ArbitrationEvent.HearingSet set = state.hearings().set();
        if (set == null) {
            return Optional.of(HearingRefusals.NO_HEARING);
        }
        if (today.isBefore(set.day())) {
            return Optional.of(HearingRefusals.HEARING_TO_COME);
        }
        return panelNotReady(state);
    }

    /** A collective case's hearing was set before the claim was served: that may have been late. */
    private static Optional<Refusal> tooSoon(ArbitrationState state) {
        ArbitrationEvent.HearingSet set = state.hearings().set();
        return set == null || !state.collective() ? Optional.empty() : unanswered(state, set.day());
    }

    private static boolean toldInTime(
            ArbitrationState state, List<Parties.Party> parties, WorkingCalendar calendar) {
        ArbitrationEvent.HearingSet set = state.hearings().set();
        return set != null
                && parties.stream()
                        .allMatch(
                                party ->
                                        state.services()
                                                .dayOf(
                                                        party.key(),
                                                        ServedDocument.HEARING_NOTICE,
                                                        set.hearing())
                                                .filter(
                                                        day ->
                                                                calendar.workingDaysBetween(
                                                                                day, set.day())
                                                                        >= DAYS_OF_NOTICE)
                                                .isPresent());
    }

    private static Verdict held(ArbitrationCase it, ArbitrationState state, List<String> absent) {
        return Verdict.happens(
                new ArbitrationEvent.HearingHeld(
                        it.id(), it.subject(), state.hearings().last(), absent));
    }
}
