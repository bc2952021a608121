package org.banshi.catalogue.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final SortedMap<String, SortedSet<String>> refused = new TreeMap<>();

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
            if (!subject.manifest().steps().containsKey(step)
                    && !step.equals(LimitSpecs.SUPPLEMENT)) {
                findings.add(
                        at.nearest("steps", step),
                        "there is no step " + step,
                        "Name a step of this file");
            }
        }
        limits.within().forEach(this::checkWithin);
        if (receives() && limits.receiving().isEmpty()) {
            findings.add(
                    at,
                    "the time for the first word on the papers is missing",
                    "Add receiving: {amount, unit, source, deemed} here; deemed: true where a case"
                            + " counts as accepted once that time has passed");
        }
        if (limits.table().isEmpty()) {
            missing().forEach(this::tellMissing);
        } else if (tableIsShaped(limits.table().get())) {
            askTable(limits.table().get());
        }
    }

    private boolean receives() {
        return subject.manifest().steps().values().stream()
                .flatMap(step -> step.outcomes().stream())
                .anyMatch(outcome -> outcome.act().equals("acceptance"));
    }

    /** A step is part of another step, which is part of none. */
    private void checkWithin(String part, String whole) {
        for (String step : List.of(part, whole)) {
            if (!subject.manifest().steps().containsKey(step)) {
                findings.add(
                        at.nearest("within", part),
                        "there is no step " + step,
                        "Name a step of this file");
            }
        }
        if (limits.within().containsKey(whole)) {
            findings.add(
                    at.nearest("within", part),
                    whole + " is part of another step or of itself",
                    "Name the step whose limit holds for all of them");
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

    /**
     * The whole case has its limits in every county, and a step has one wherever a scenario visits
     * it: which steps a place has is for the process to say.
     */
    private void askTable(String table) {
        if (subject.scenarios().isEmpty()) {
            return;
        }
        Set<String> missing = new TreeSet<>(missing());
        LocalDate day = day(subject.scenarios().get(0));
        for (String step : List.of(LimitSpecs.OVERALL, LimitSpecs.STATUTORY)) {
            if (missing.remove(step)) {
                regions().forEach(region -> ask(table, region, day, step));
            }
        }
        for (Scenario scenario : subject.scenarios()) {
            for (Scenario.Action action : scenario.actions()) {
                if (action instanceof Scenario.Action.Complete task
                        && missing.contains(task.step())) {
                    ask(table, scenario.region(), day(scenario), task.step());
                }
            }
        }
        refused.forEach(
                (step, where) ->
                        findings.add(
                                at.nearest("table"),
                                "the table has no limit for "
                                        + step
                                        + " in "
                                        + where.first()
                                        + (where.size() == 1
                                                ? ""
                                                : " and " + (where.size() - 1) + " more"),
                                "Add a row"));
    }

    private static LocalDate day(Scenario scenario) {
        return LocalDate.ofInstant(scenario.clock(), Stamp.ZONE);
    }

    private void ask(String table, RegionCode region, LocalDate day, String step) {
        String where = region + " on " + day;
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
                findings.add(
                        at.nearest("table"),
                        "the table's unit for " + step + " in " + where + " is none",
                        "Use one of " + LimitUnits.WORDS);
            }
        } catch (NoRuleException none) {
            refused.computeIfAbsent(step, key -> new TreeSet<>()).add(where);
        } catch (IllegalStateException faulty) {
            findings.add(
                    at.nearest("table"),
                    "the table cannot be asked for " + step + " in " + where,
                    "Mend its rows");
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
