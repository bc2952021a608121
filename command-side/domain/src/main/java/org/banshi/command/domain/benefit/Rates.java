package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.Indexing;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What an item's table says in a region, month by month. A published item never changes: on the
 * first of a month, when all that runs is rated, each figure is looked up once.
 */
final class Rates {

    /** Figures that are kept for one item before all are looked up anew. */
    private static final int MOST = 50_000;

    private static final Map<ServiceDefinition, Map<Asked, Optional<Rate>>> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final ServiceDefinition item;
    private final Indexing rule;
    private final RegionCode region;
    private final Map<Asked, Optional<Rate>> known;

    Rates(ServiceDefinition item, Indexing rule, RegionCode region) {
        this.item = item;
        this.rule = rule;
        this.region = region;
        this.known = KNOWN.computeIfAbsent(item, it -> new ConcurrentHashMap<>());
    }

    /** One figure, in yuan a month; {@code provisional} is one that is still to be confirmed. */
    record Rate(BigDecimal amount, String source, boolean provisional) {}

    private record Asked(
            Indexing rule, RegionCode region, YearMonth month, Map<String, Object> facts) {}

    /** Null where the table has no figure. */
    @Nullable Rate at(Map<String, Object> facts, YearMonth month) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Asked(rule, region, month, facts), this::ask).orElse(null);
    }

    /** A table says of itself that it is provisional, or of one of its figures. */
    private Optional<Rate> ask(Asked asked) {
        Decision decision;
        try {
            decision =
                    item.decide(
                            rule.decision(),
                            region,
                            asked.month().atDay(1),
                            Map.copyOf(asked.facts()));
        } catch (NoRuleException gap) {
            return Optional.empty();
        }
        if (!(decision.outputs().get(rule.output()) instanceof Number number)) {
            return Optional.empty();
        }
        Object source = output(decision, "ource");
        return Optional.of(
                new Rate(
                        Amounts.cents(new BigDecimal(number.toString())),
                        source == null ? "" : source.toString(),
                        decision.provisional()
                                || Boolean.TRUE.equals(output(decision, "rovisional"))));
    }

    /** The first output whose name ends so. */
    private static @Nullable Object output(Decision decision, String end) {
        return decision.outputs().entrySet().stream()
                .filter(it -> it.getKey().endsWith(end) && it.getValue() != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
