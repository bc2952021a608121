package org.banshi.catalogue.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.decision.DecisionTables;
import org.banshi.catalogue.manifest.LimitSpecs;
import org.banshi.catalogue.manifest.LimitUnits;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The limits of one package: as written in {@code service.yaml}, else as its table says. */
final class Limits {

    private final LimitSpecs written;
    private final DecisionTables tables;

    Limits(LimitSpecs written, DecisionTables tables) {
        this.written = written;
        this.tables = tables;
    }

    /** Of a step, or of the whole case ({@link LimitSpecs#OVERALL}). */
    Optional<Limit> find(String step, RegionCode region, LocalDate asOf) {
        Limit limit =
                step.equals(LimitSpecs.OVERALL)
                        ? written.promised().orElse(null)
                        : written.steps().get(step);
        return limit == null ? fromTable(step, region, asOf) : Optional.of(limit);
    }

    Optional<Limit> statutory(RegionCode region, LocalDate asOf) {
        return written.statutory().or(() -> fromTable(LimitSpecs.STATUTORY, region, asOf));
    }

    private Optional<Limit> fromTable(String step, RegionCode region, LocalDate asOf) {
        if (written.table().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    limit(
                            tables.evaluate(
                                    written.table().get(),
                                    Map.of(
                                            "region", region.value(),
                                            "day", asOf.toString(),
                                            "step", step))));
        } catch (NoRuleException none) {
            return Optional.empty();
        }
    }

    private static Limit limit(Map<String, @Nullable Object> row) {
        if (row.get("amount") instanceof BigDecimal amount
                && row.get("unit") instanceof String unit
                && row.get("source") instanceof String source) {
            return new Limit(
                    amount.intValueExact(),
                    LimitUnits.find(unit)
                            .orElseThrow(() -> new IllegalStateException("no unit " + unit)),
                    source,
                    Boolean.TRUE.equals(row.get("provisional")));
        }
        throw new IllegalStateException("a row of the limit table lacks amount, unit or source");
    }
}
