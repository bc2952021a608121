package org.banshi.catalogue.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.manifest.LimitSpecs;
import org.banshi.catalogue.manifest.LimitUnits;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** Every step and the whole case have a limit, written out or in the table. */
final class LimitCheck {

    private static final List<String> COLUMNS = List.of("amount", "unit", "source");

    private final Subject subject;
    private final LimitSpecs limits;
    private final Findings findings;
    private final Located at;

    private LimitCheck(Subject subject) {
        this.subject = subject;
        this.limits = subject.manifest().limits();
        this.findings = subject.findings();
        this.at = subject.manifest().at().nearest("limits");
    }

    static void check(Subject subject) {
        new LimitCheck(subject).check();
    }

    private void check() {
        for (String step : limits.steps().keySet()) {
            if (!subject.manifest().steps().containsKey(step)) {
                findings.add(
                        at.nearest("steps", step),
                        "there is no step " + step,
                        "Name a step of this file");
            }
        }
        if (limits.table().isEmpty()) {
            missing().forEach(this::tellMissing);
        } else if (tableIsShaped(limits.table().get())) {
            askTable(limits.table().get());
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (limits.promised().isEmpty()) {
            missing.add(LimitSpecs.OVERALL);
        }
        if (limits.statutory().isEmpty()) {
            missing.add(LimitSpecs.STATUTORY);
        }
        subject.manifest().steps().keySet().stream()
                .filter(step -> !limits.steps().containsKey(step))
                .forEach(missing::add);
        return missing;
    }

    private void tellMissing(String step) {
        if (step.equals(LimitSpecs.OVERALL)) {
            findings.add(at, "the promised limit is missing", "Add promised: here");
        } else if (step.equals(LimitSpecs.STATUTORY)) {
            findings.add(at, "the statutory limit is missing", "Add statutory: here");
        } else {
            findings.add(
                    at.nearest("steps"),
                    "step " + step + " has no limit",
                    "Add " + step + ": {amount, unit, source} under limits.steps");
        }
    }

    private boolean tableIsShaped(String table) {
        DecisionSource decision = subject.decisions().get(table);
        if (decision == null) {
            findings.add(
                    at.nearest("table"), "no decision " + table, "Name a decision of a DMN file");
            return false;
        }
        for (String column : COLUMNS) {
            if (!decision.outputs().contains(column)) {
                findings.add(
                        decision.element(),
                        "the limit table has no output " + column,
                        "Add outputs " + String.join(", ", COLUMNS));
                return false;
            }
        }
        return subject.tables().names().contains(table);
    }

    /** Every region on the day of the first scenario, and every scenario's own region and day. */
    private void askTable(String table) {
        for (Scenario scenario : subject.scenarios()) {
            missing().forEach(step -> ask(table, scenario.region(), day(scenario), step));
        }
        if (!subject.scenarios().isEmpty()) {
            LocalDate day = day(subject.scenarios().get(0));
            for (RegionCode region : regions()) {
                missing().forEach(step -> ask(table, region, day, step));
            }
        }
    }

    private static LocalDate day(Scenario scenario) {
        return LocalDate.ofInstant(scenario.clock(), Stamp.ZONE);
    }

    private void ask(String table, RegionCode region, LocalDate day, String step) {
        String where = step + " in " + region + " on " + day;
        Located place = at.nearest("table");
        try {
            Map<String, @Nullable Object> row =
                    subject.tables()
                            .evaluate(
                                    table,
                                    Map.of(
                                            "region", region.value(),
                                            "day", day.toString(),
                                            "step", step));
            if (LimitUnits.find(String.valueOf(row.get("unit"))).isEmpty()) {
                findings.add(place, "the table's unit for " + where + " is none", "Use a unit");
            }
        } catch (NoRuleException none) {
            findings.add(place, "the table has no limit for " + where, "Add a row");
        } catch (IllegalStateException faulty) {
            findings.add(place, "the table cannot be asked for " + where, "Mend its rows");
        }
    }

    /** Counties where the item is offered; a city without counties stands for itself. */
    private Set<RegionCode> regions() {
        Set<RegionCode> regions = new LinkedHashSet<>();
        subject.manifest().regions().stream()
                .filter(code -> code.matches("\\d{6}(\\d{3})?"))
                .forEach(code -> collect(new RegionCode(code), regions));
        subject.manifest().except().stream()
                .filter(code -> code.matches("\\d{6}(\\d{3})?"))
                .map(RegionCode::new)
                .forEach(excluded -> regions.removeIf(excluded::covers));
        return regions;
    }

    private void collect(RegionCode region, Set<RegionCode> regions) {
        List<RegionCode> below =
                subject.reference().below(region).stream()
                        .filter(lower -> lower.value().length() == 6)
                        .toList();
        if (below.isEmpty()) {
            regions.add(region);
        }
        below.forEach(lower -> collect(lower, regions));
    }
}
