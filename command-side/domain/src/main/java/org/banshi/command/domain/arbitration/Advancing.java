package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AskAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DenyAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.GrantAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HandOverAdvance;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides on advance execution (先予执行, 劳动争议调解仲裁法 44; domain rules §5.3): pay, medical expenses of a
 * work injury, compensation and damages that a worker can't wait for.
 */
final class Advancing {

    /** Yuan; the least that can be paid, and the most where nobody said how much is claimed. */
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    private Advancing() {}

    static Verdict ask(ArbitrationCase it, ArbitrationState state, AskAdvance command) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        if (party.role() != Role.WORKER) {
            return Verdict.refused(AdvanceRefusals.FOR_WORKERS);
        }
        if (state.rulings().over()) {
            return Verdict.refused(HearingRefusals.RULED);
        }
        List<Claims.Claim> claims =
                state.claims().named(command.claim()).stream()
                        .filter(claim -> claim.standing() == Claims.Standing.IN_THE_CASE)
                        .filter(claim -> speaksFor(party, claim, state))
                        .toList();
        if (claims.isEmpty()) {
            return Verdict.refused(AdvanceRefusals.CLAIM);
        }
        List<Claims.Claim> fresh =
                claims.stream().filter(claim -> !state.advances().covers(claim.key())).toList();
        if (fresh.isEmpty()) {
            return Verdict.refused(AdvanceRefusals.BEFORE);
        }
        for (Claims.Claim claim : fresh) {
            if (!claim.kind().isMoney()) {
                return Verdict.refused(AdvanceRefusals.KIND);
            }
            if (outOfBounds(command.amount(), claim.amount())) {
                return Verdict.refused(AdvanceRefusals.AMOUNT);
            }
        }
        return Verdict.happens(
                new ArbitrationEvent.AdvanceAsked(
                        it.id(),
                        party.person(),
                        state.advances().count() + 1,
                        party.key(),
                        fresh.stream().map(Claims.Claim::key).toList(),
                        cents(command.amount()),
                        command.grounds()));
    }

    /** The own claims; a representative's also those of whoever is represented. */
    private static boolean speaksFor(
            Parties.Party party, Claims.Claim claim, ArbitrationState state) {
        return claim.party().equals(party.key())
                || party.speaks()
                        && state.parties()
                                .find(claim.party())
                                .filter(own -> own.side() == party.side() && !own.speaks())
                                .isPresent();
    }

    static Verdict grant(ArbitrationCase it, ArbitrationState state, GrantAdvance command) {
        Optional<Refusal> notReady = notReady(state, command.advance());
        if (notReady.isPresent()) {
            return Verdict.refused(notReady.get());
        }
        if (!command.clear()) {
            return Verdict.refused(AdvanceRefusals.UNCLEAR);
        }
        if (!command.hardship()) {
            return Verdict.refused(AdvanceRefusals.NO_HARDSHIP);
        }
        if (command.reasons().isBlank()) {
            return Verdict.refused(AdvanceRefusals.REASONS);
        }
        Advances.Advance advance = state.advances().find(command.advance()).orElseThrow();
        List<Copies.Item> ruled = new ArrayList<>();
        for (String key : advance.claims()) {
            Claims.Claim claim = state.claims().find(key).orElseThrow();
            if (claim.standing() != Claims.Standing.IN_THE_CASE) {
                return Verdict.refused(HearingRefusals.CLAIM_NOT_OPEN);
            }
            BigDecimal most = advance.amount() == null ? claim.amount() : advance.amount();
            if (outOfBounds(command.amount(), most)) {
                return Verdict.refused(AdvanceRefusals.AMOUNT);
            }
            ruled.add(
                    new Copies.Item(
                            claim, cents(command.amount() == null ? most : command.amount())));
        }
        List<Event> events = new ArrayList<>();
        events.add(
                new ArbitrationEvent.AdvanceGranted(
                        it.id(),
                        it.subject(),
                        advance.number(),
                        advance.claims(),
                        command.stamp().day()));
        events.addAll(
                Copies.of(
                        it,
                        state,
                        ServedDocument.ADVANCE_RULING,
                        advance.number(),
                        ruled,
                        command.reasons()));
        return new Verdict.Happens(events);
    }

    static Verdict deny(ArbitrationCase it, ArbitrationState state, DenyAdvance command) {
        Optional<Refusal> notReady = notReady(state, command.advance());
        if (notReady.isPresent()) {
            return Verdict.refused(notReady.get());
        }
        if (command.reasons().isBlank()) {
            return Verdict.refused(AdvanceRefusals.REASONS);
        }
        Advances.Advance advance = state.advances().find(command.advance()).orElseThrow();
        List<Copies.Item> asked =
                advance.claims().stream()
                        .flatMap(key -> state.claims().find(key).stream())
                        .map(claim -> new Copies.Item(claim, null))
                        .toList();
        List<Event> events = new ArrayList<>();
        events.add(
                new ArbitrationEvent.AdvanceDenied(
                        it.id(), it.subject(), advance.number(), advance.claims()));
        events.addAll(
                Copies.of(
                        it,
                        state,
                        ServedDocument.ADVANCE_DENIAL,
                        advance.number(),
                        asked,
                        command.reasons()));
        return new Verdict.Happens(events);
    }

    static Verdict handOver(ArbitrationCase it, ArbitrationState state, HandOverAdvance command) {
        Advances.Advance advance = state.advances().find(command.advance()).orElse(null);
        if (advance != null && advance.standing() == Advances.Standing.LAPSED) {
            return Verdict.refused(AdvanceRefusals.LAPSED);
        }
        if (advance == null || advance.standing() != Advances.Standing.GRANTED) {
            return Verdict.refused(AdvanceRefusals.NOT_GRANTED);
        }
        LocalDate ruledOn = advance.ruledOn();
        boolean early = ruledOn != null && command.day().isBefore(ruledOn);
        if (early || command.day().isAfter(command.stamp().day())) {
            return Verdict.refused(AdvanceRefusals.DAY);
        }
        if (command.court().isBlank() || command.proof().isBlank()) {
            return Verdict.refused(AdvanceRefusals.COURT);
        }
        return Verdict.happens(
                new ArbitrationEvent.AdvanceHandedOver(
                        it.id(),
                        it.subject(),
                        advance.number(),
                        command.court().strip(),
                        command.day(),
                        command.proof().strip()));
    }

    private static Optional<Refusal> notReady(ArbitrationState state, int number) {
        boolean open =
                state.advances()
                        .find(number)
                        .filter(it -> it.standing() == Advances.Standing.OPEN)
                        .isPresent();
        if (!open) {
            return Optional.of(AdvanceRefusals.NOT_ASKED);
        }
        if (state.rulings().over()) {
            return Optional.of(HearingRefusals.RULED);
        }
        if (state.rulings().settlementOpen()) {
            return Optional.of(HearingRefusals.SETTLEMENT_OPEN);
        }
        return HearingDecider.panelNotReady(state);
    }

    /** More than nothing, and no more than {@code most} where that is known. */
    private static boolean outOfBounds(@Nullable BigDecimal amount, @Nullable BigDecimal most) {
        BigDecimal sum = amount == null ? most : amount;
        return sum == null
                || sum.compareTo(LEAST) < 0
                || sum.compareTo(most == null ? MOST : most) > 0;
    }

    private static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
