package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AcceptClaim;
import org.banshi.command.contract.arbitration.ArbitrationCommand.FileClaim;
import org.banshi.command.contract.arbitration.ArbitrationCommand.RefuseClaim;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.arbitration.Restart;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.verdict.Verdict;

/** Decides on claims that come after the docket: added ones and counter-claims. */
final class Claiming {

    /** 办案规则 36: the committee's time to decide, in working days. */
    private static final int DAYS_TO_DECIDE = 5;

    private Claiming() {}

    static Verdict file(
            ArbitrationCase it,
            ArbitrationState state,
            FileClaim command,
            WorkingCalendar calendar) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null || party.side() == Side.THIRD_PARTY) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        if (state.hearings().held() || state.rulings().over()) {
            return Verdict.refused(ArbitrationRefusals.HEARD);
        }
        LocalDate today = command.stamp().day();
        boolean counter = party.side() == Side.RESPONDENT;
        boolean inTime =
                state.services()
                        .answerBy(party.key())
                        .map(due -> !today.isAfter(due.day()))
                        .orElse(false);
        if (counter && !inTime) {
            return Verdict.refused(ArbitrationRefusals.COUNTER_CLAIM_LATE);
        }
        return Verdict.happens(
                new ArbitrationEvent.ClaimFiled(
                        it.id(),
                        party.person(),
                        state.claims().nextKey(),
                        party.key(),
                        command.kind(),
                        command.since(),
                        counter,
                        calendar.due(today, DAYS_TO_DECIDE, TermUnit.WORKING_DAYS),
                        command.amount(),
                        command.grounds()));
    }

    static Verdict accept(
            ArbitrationCase it,
            ArbitrationState state,
            AcceptClaim command,
            PartyKeys keys,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        Claims.Claim claim = state.claims().find(command.claim()).orElse(null);
        if (claim == null || claim.standing() != Claims.Standing.FILED) {
            return Verdict.refused(ArbitrationRefusals.CLAIM_NOT_FILED);
        }
        LocalDate today = command.stamp().day();
        return Verdict.happens(
                new ArbitrationEvent.ClaimAccepted(
                        it.id(), personOf(claim, state), claim.key(), disputes(claim, state, keys)),
                new ArbitrationEvent.ClockRestarted(
                        it.id(),
                        it.subject(),
                        claim.counter() ? Restart.COUNTER_CLAIM_JOINED : Restart.CLAIM_ADDED,
                        today,
                        it.dueFrom(today, definition, calendar)));
    }

    static Verdict refuse(ArbitrationCase it, ArbitrationState state, RefuseClaim command) {
        Claims.Claim claim = state.claims().find(command.claim()).orElse(null);
        if (claim == null || claim.standing() != Claims.Standing.FILED) {
            return Verdict.refused(ArbitrationRefusals.CLAIM_NOT_FILED);
        }
        List<Claims.Claim> gone = List.of(claim);
        // Without the last claim the case ends: what is agreed is signed for or refused before.
        if (state.rulings().settlementOpen() && Withdrawing.isAllOf(state, gone)) {
            return Verdict.refused(HearingRefusals.SETTLEMENT_OPEN);
        }
        List<Event> events = new ArrayList<>();
        events.add(
                new ArbitrationEvent.ClaimRefused(
                        it.id(), personOf(claim, state), claim.key(), command.reason()));
        events.addAll(Withdrawing.endWithout(it, state, gone));
        return new Verdict.Happens(events);
    }

    /** What follows where the case ends and something in it was decided. */
    static List<Event> kept(ArbitrationCase it, ArbitrationState state) {
        List<String> kept = decided(state);
        return kept.isEmpty()
                ? List.of()
                : List.of(new ArbitrationEvent.DisputesKept(it.id(), it.subject(), kept));
    }

    /** What can't be brought again, whatever becomes of the case (办案规则 34, 39). */
    private static List<String> decided(ArbitrationState state) {
        return state.claims().all().stream()
                .filter(claim -> isDecided(claim, state))
                .flatMap(claim -> state.claims().barredBy(claim).stream())
                .distinct()
                .toList();
    }

    private static boolean isDecided(Claims.Claim claim, ArbitrationState state) {
        return switch (claim.standing()) {
            case DECIDED, WITHDRAWN -> true;
            case IN_THE_CASE -> state.rulings().over();
            case FILED, REFUSED, TAKEN_BACK -> false;
        };
    }

    private static PersonId personOf(Claims.Claim claim, ArbitrationState state) {
        return state.parties().find(claim.party()).orElseThrow().person();
    }

    /** What makes the claim the same as another one. */
    private static List<String> disputes(
            Claims.Claim claim, ArbitrationState state, PartyKeys keys) {
        List<String> others =
                state.parties().all().stream()
                        .filter(party -> party.side() == against(claim))
                        .flatMap(party -> known(party, keys).stream())
                        .toList();
        return disputes(claim, others, state);
    }

    private static List<String> known(Parties.Party party, PartyKeys keys) {
        return Docketing.known(party.booking(), party.details(), keys);
    }

    /** What the claims in the case are about besides, once {@code joined} is a party. */
    static List<String> disputesWith(
            ArbitrationEvent.PartyJoined joined, ArbitrationState state, PartyKeys keys) {
        List<String> known = Docketing.known(joined.key(), joined.details(), keys);
        return state.claims().that(Claims.Standing.IN_THE_CASE).stream()
                .filter(claim -> joined.side() == against(claim))
                .flatMap(claim -> disputes(claim, known, state).stream())
                .distinct()
                .toList();
    }

    private static List<String> disputes(
            Claims.Claim claim, List<String> others, ArbitrationState state) {
        Parties.Party own = state.parties().find(claim.party()).orElseThrow();
        return Docketing.disputes(own.booking(), others, claim.kind(), claim.since()).stream()
                .distinct()
                .toList();
    }

    private static Side against(Claims.Claim claim) {
        return claim.counter() ? Side.CLAIMANT : Side.RESPONDENT;
    }
}
