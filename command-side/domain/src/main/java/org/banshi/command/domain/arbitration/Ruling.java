package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardLine;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on awards (domain rules §5.5). */
final class Ruling {

    /** What the panel decides: on what, why, and whether more is to come. */
    record Asked(List<AwardedItem> items, String reasons, boolean partial, LocalDate today) {}

    private Ruling() {}

    static Verdict award(
            ArbitrationCase it, ArbitrationState state, Asked asked, ServiceDefinition definition) {
        Optional<Refusal> notReady = notReady(state);
        if (notReady.isPresent()) {
            return Verdict.refused(notReady.get());
        }
        Map<String, Copies.Item> items = new LinkedHashMap<>();
        for (AwardedItem ruled : asked.items()) {
            List<Claims.Claim> claims =
                    state.claims().named(ruled.claim()).stream()
                            .filter(claim -> claim.standing() == Claims.Standing.IN_THE_CASE)
                            .toList();
            if (claims.isEmpty()) {
                return Verdict.refused(HearingRefusals.CLAIM_NOT_OPEN);
            }
            for (Claims.Claim claim : claims) {
                Copies.Item item = new Copies.Item(claim, amount(ruled, claim));
                if (items.put(claim.key(), item) != null) {
                    return Verdict.refused(HearingRefusals.CLAIM_TWICE);
                }
                boolean negative = item.amount() != null && item.amount().signum() < 0;
                if (negative || item.amount() == null && claim.kind().isMoney()) {
                    return Verdict.refused(HearingRefusals.AMOUNT_MISSING);
                }
            }
        }
        int open = state.claims().that(Claims.Standing.IN_THE_CASE).size();
        if (items.isEmpty() || asked.partial() && items.size() == open) {
            return Verdict.refused(HearingRefusals.NOT_PARTIAL);
        }
        if (!asked.partial() && state.advances().anyOpen()) {
            return Verdict.refused(AdvanceRefusals.OPEN);
        }
        if (!asked.partial() && items.size() < open) {
            return Verdict.refused(HearingRefusals.CLAIM_LEFT_OUT);
        }
        return awards(it, state, asked, List.copyOf(items.values()), definition);
    }

    private static Optional<Refusal> notReady(ArbitrationState state) {
        if (state.rulings().over()) {
            return Optional.of(HearingRefusals.RULED);
        }
        if (state.rulings().settlementOpen()) {
            return Optional.of(HearingRefusals.SETTLEMENT_OPEN);
        }
        if (!state.hearings().held()) {
            return Optional.of(HearingRefusals.NOT_HEARD);
        }
        if (!state.claims().that(Claims.Standing.FILED).isEmpty()) {
            return Optional.of(HearingRefusals.CLAIM_PENDING);
        }
        return HearingDecider.panelNotReady(state);
    }

    /** As ruled, or as claimed; to the cent. */
    private static @Nullable BigDecimal amount(AwardedItem ruled, Claims.Claim claim) {
        BigDecimal amount = ruled.amount() == null ? claim.amount() : ruled.amount();
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** What is final and what is not come in separate awards (办案规则 50). */
    private static Verdict awards(
            ArbitrationCase it,
            ArbitrationState state,
            Asked asked,
            List<Copies.Item> items,
            ServiceDefinition definition) {
        Map<Finality, List<Copies.Item>> sorted = new EnumMap<>(Finality.class);
        Map<String, AwardLine> lines = new LinkedHashMap<>();
        for (Copies.Item item : items) {
            Decision decision;
            try {
                decision = finality(it, item, asked.today(), definition);
            } catch (NoRuleException gap) {
                return Verdict.refused(HearingRefusals.NO_RULE);
            }
            Finality finality =
                    decision.outcome().equals(ArbitrationWords.FINAL)
                            ? Finality.FINAL
                            : Finality.NON_FINAL;
            sorted.computeIfAbsent(finality, key -> new ArrayList<>()).add(item);
            lines.put(
                    item.claim().key(), new AwardLine(item.claim().key(), decision.provisional()));
        }
        DueDate due = it.due();
        boolean late = due != null && asked.today().isAfter(due.day());
        List<Event> events = new ArrayList<>();
        int award = state.rulings().awards().size();
        for (Map.Entry<Finality, List<Copies.Item>> part : sorted.entrySet()) {
            events.add(
                    new ArbitrationEvent.AwardMade(
                            it.id(),
                            it.subject(),
                            ++award,
                            part.getKey(),
                            asked.partial(),
                            late,
                            it.service(),
                            part.getValue().stream()
                                    .map(item -> lines.get(item.claim().key()))
                                    .toList()));
            events.addAll(
                    Copies.of(
                            it,
                            state,
                            ServedDocument.AWARD,
                            award,
                            part.getValue(),
                            asked.reasons()));
        }
        return new Verdict.Happens(events);
    }

    private static Decision finality(
            ArbitrationCase it, Copies.Item item, LocalDate today, ServiceDefinition definition) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put(
                "item",
                Map.of(
                        "kind",
                        item.claim().kind().name(),
                        "amount",
                        item.amount() == null ? BigDecimal.ZERO : item.amount()));
        return definition.decide(ArbitrationWords.FINALITY, it.region(), today, facts);
    }
}
