package org.banshi.command.domain.arbitration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.arbitration.ArbitrationCommand.WithdrawClaim;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on claims that are taken back: who brought one takes back that one, and no other's. */
final class Withdrawing {

    private Withdrawing() {}

    /** 撤回一项请求; a represented party's own ones are the representatives' to argue, not to drop. */
    static Verdict claim(ArbitrationCase it, ArbitrationState state, WithdrawClaim command) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        Optional<Claims.Claim> claim =
                state.claims()
                        .find(command.claim())
                        .filter(one -> one.party().equals(party.key()) && one.standing().isOpen());
        if (state.rulings().over() || claim.isEmpty()) {
            return Verdict.refused(HearingRefusals.CLAIM_NOT_OPEN);
        }
        if (state.rulings().settlementOpen()) {
            return Verdict.refused(HearingRefusals.SETTLEMENT_OPEN);
        }
        List<Claims.Claim> taken = List.of(claim.get());
        // What is awarded is still to be served: then the case ends by an award on the rest.
        if (state.partlyDecided() && isAllOf(state, taken)) {
            return Verdict.refused(HearingRefusals.DECISION_MADE);
        }
        List<Event> events = new ArrayList<>();
        events.add(withdrawn(it, party.person(), state, taken, null));
        events.addAll(endWithout(it, state, taken));
        return new Verdict.Happens(events);
    }

    /**
     * The applicant takes back the application while a respondent's own claim stands, which goes on
     * (ADR 0083). Empty where none does: the case ends as any.
     */
    static Optional<Verdict> application(
            ArbitrationCase it, ArbitrationState state, @Nullable String reason) {
        List<Claims.Claim> open = state.claims().open();
        if (open.stream().noneMatch(Claims.Claim::counter)) {
            return Optional.empty();
        }
        // What is agreed is about all that is claimed: it is signed for or refused as a whole.
        if (state.rulings().settlementOpen()) {
            return Optional.of(Verdict.refused(HearingRefusals.SETTLEMENT_OPEN));
        }
        List<Claims.Claim> own = open.stream().filter(claim -> !claim.counter()).toList();
        return Optional.of(Verdict.happens(withdrawn(it, it.subject(), state, own, reason)));
    }

    private static ArbitrationEvent withdrawn(
            ArbitrationCase it,
            PersonId subject,
            ArbitrationState state,
            List<Claims.Claim> claims,
            @Nullable String reason) {
        return new ArbitrationEvent.ClaimsWithdrawn(
                it.id(),
                subject,
                claims.stream().map(Claims.Claim::key).toList(),
                state.claims().barredByNoOther(claims),
                reason);
    }

    /** Without these nothing may be left to decide: then the case ends as withdrawn. */
    static List<Event> endWithout(
            ArbitrationCase it, ArbitrationState state, List<Claims.Claim> gone) {
        if (!isAllOf(state, gone)) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        events.add(new ApplicationEvent.Withdrawn(it.id(), it.subject(), null));
        events.addAll(Claiming.kept(it, state));
        return events;
    }

    /** Whether nothing is open but these. */
    static boolean isAllOf(ArbitrationState state, List<Claims.Claim> gone) {
        return gone.containsAll(state.claims().open());
    }
}
