package org.banshi.catalogue.check;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.TaskActs;
import org.banshi.catalogue.TaskActs.Act;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.jspecify.annotations.Nullable;

/** The acts that steps name: they exist, and what is filled in is what they need. */
final class ActCheck {

    /** Acts whose {@code reason} is a key of the package's reasons. */
    private static final Set<String> REASONED = Set.of("acceptance/refuse", "social.confirmation/");

    /** Acts that are the decision on an application by themselves. */
    private static final Set<String> DECIDING = Set.of("social.confirmation", "arbitration.award");

    /** A letter's name where it is served on the parties of a dispute. */
    private static final String SERVED = "served-";

    /** The act of a step that can be marked as the decision. */
    private static final String STEP = "step";

    private final Subject subject;
    private final Findings findings;

    private ActCheck(Subject subject) {
        this.subject = subject;
        this.findings = subject.findings();
    }

    static void check(Subject subject) {
        ActCheck check = new ActCheck(subject);
        subject.manifest().steps().values().forEach(check::step);
        subject.manifest().automatic().values().forEach(check::automatic);
        check.decision();
        HouseholdCheck.check(subject);
    }

    /** Before a conclusion somebody decided, and it is said where. */
    private void decision() {
        boolean concludes =
                subject.manifest().automatic().values().stream()
                        .anyMatch(step -> step.act().equals("conclusion"));
        boolean decides =
                subject.manifest().steps().values().stream()
                        .flatMap(step -> step.outcomes().stream())
                        .anyMatch(it -> it.decides() || DECIDING.contains(it.act()));
        if (concludes && !decides) {
            findings.add(
                    subject.manifest().at().nearest("steps"),
                    "no outcome is the decision on the application",
                    "Add decides: true to the outcomes by which the body approves or rejects");
        }
    }

    private void step(StepSpec step) {
        if (step.outcomes().isEmpty()) {
            findings.add(
                    subject.manifest().at().nearest("steps", step.key()),
                    "step " + step.key() + " has no outcome",
                    "Add at least one under outcomes");
        }
        Set<String> keys = new HashSet<>();
        for (OutcomeSpec outcome : step.outcomes()) {
            Located at = subject.at(step, outcome);
            if (!outcome.key().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                findings.add(at, "the outcome's key is not kebab-case", "Rename it");
            }
            if (!keys.add(outcome.key())) {
                findings.add(at, "outcome " + outcome.key() + " is there twice", "Keep one");
            }
            if (outcome.decides() && !outcome.act().equals(STEP)) {
                findings.add(
                        at.nearest("decides"),
                        "act " + outcome.act() + " says by itself whether it decides",
                        "Remove decides, or use act " + STEP);
            }
            find(at, outcome.act(), outcome.key(), false).ifPresent(act -> form(at, act, outcome));
        }
    }

    private Optional<Act> find(Located at, String name, String outcome, boolean automatic) {
        Optional<Act> act = TaskActs.find(name, outcome);
        if (act.isEmpty()) {
            findings.add(
                    at,
                    "there is no act "
                            + name
                            + (outcome.isEmpty() ? "" : " with outcome " + outcome),
                    "Use one of " + names(automatic));
        } else if (act.get().automatic() != automatic) {
            findings.add(
                    at,
                    "act " + name + " is " + (automatic ? "an officer's" : "automatic"),
                    automatic ? "Name it in a step" : "Name it under automatic");
        } else if (!act.get().family().isEmpty()
                && !act.get().family().equals(subject.manifest().family())) {
            findings.add(
                    at,
                    "act " + name + " belongs to the family " + act.get().family(),
                    "Write family: " + act.get().family() + " or use another act");
        }
        return act;
    }

    private String names(boolean automatic) {
        return TaskActs.all().stream()
                .filter(act -> act.automatic() == automatic)
                .filter(
                        act ->
                                act.family().isEmpty()
                                        || act.family().equals(subject.manifest().family()))
                .map(act -> act.outcome().isEmpty() ? act.name() : act.name() + "/" + act.outcome())
                .collect(Collectors.joining(", "));
    }

    private void form(Located at, Act act, OutcomeSpec outcome) {
        if (outcome.form().isEmpty()) {
            for (RecordComponent component : act.components()) {
                if (!Act.isOptional(component)) {
                    findings.add(
                            at,
                            "act " + act.name() + " needs " + component.getName(),
                            "Add a form with that field");
                }
            }
            return;
        }
        Located schema = subject.forms().get(outcome.form().get());
        if (schema == null) {
            findings.add(
                    at.nearest("form"),
                    "there is no file " + outcome.form().get(),
                    "Add it under tasks/ as <name>.schema.json");
            return;
        }
        new ComponentFit(act, findings).check(schema);
        if (REASONED.contains(act.name() + "/" + act.outcome())) {
            reasons(schema);
        } else if (outcome.decides()) {
            rejection(schema.find("properties", "reason", "enum"));
        }
    }

    /** A rejection tells the applicant the reason and its rule. */
    private void rejection(@Nullable Located values) {
        if (values != null) {
            values.items().forEach(this::reason);
        }
    }

    private void reasons(Located schema) {
        Located reason = schema.find("properties", "reason");
        if (reason == null) {
            return;
        }
        Located values = reason.find("enum");
        if (values == null) {
            findings.add(
                    reason,
                    "the reason can be any text",
                    "Add an enum with keys of the reasons in service.yaml");
            return;
        }
        values.items().forEach(this::reason);
    }

    private void reason(Located value) {
        if (!subject.manifest().reasons().containsKey(String.valueOf(value.text()))) {
            findings.add(
                    value,
                    "there is no reason " + value.text() + " in service.yaml",
                    "Add it under reasons, with text and rule");
        }
    }

    private void automatic(AutomaticStep step) {
        Located at = subject.manifest().at().nearest("automatic", step.key());
        Optional<Act> act = find(at, step.act(), step.outcome(), true);
        if (act.isEmpty()) {
            return;
        }
        Set<String> needed = new HashSet<>();
        for (RecordComponent component : act.get().components()) {
            needed.add(component.getName());
            Object value = step.with().get(component.getName());
            if (value == null && !Act.isOptional(component)) {
                findings.add(
                        at,
                        "act " + step.act() + " needs " + component.getName(),
                        "Add it under with");
            } else if (value != null && component.getType().isEnum()) {
                constant(at, component, value);
            }
        }
        for (String name : step.with().keySet()) {
            if (!needed.contains(name)) {
                findings.add(
                        at.nearest("with", name),
                        "act " + step.act() + " takes no " + name,
                        "Remove it, or use one of " + needed);
            }
        }
        named(at, step, "document", subject.reference().letters());
        named(at, step, "register", subject.reference().registers());
        if (step.act().equals("rule")) {
            decision(at, String.valueOf(step.with().get("decision")));
        }
    }

    /** A letter or a register that the installation has. */
    private void named(Located at, AutomaticStep step, String what, Set<String> known) {
        Object name = step.with().get(what);
        if (name != null
                && !known.isEmpty()
                && !known.contains(String.valueOf(name))
                && !known.contains(SERVED + name)) {
            findings.add(
                    at.nearest("with", what),
                    "there is no " + what + " " + name,
                    "Use one of " + known);
        }
    }

    private void constant(Located at, RecordComponent component, Object value) {
        Set<String> words = ComponentFit.constants(component.getType());
        if (!words.contains(String.valueOf(value))) {
            findings.add(
                    at.nearest("with", component.getName()),
                    value + " is no " + component.getName(),
                    "Use one of " + words);
        }
    }

    private void decision(Located at, String name) {
        DecisionSource decision = subject.decisions().get(name);
        if (decision == null) {
            findings.add(
                    at.nearest("with", "decision"),
                    "no DMN file has a decision " + name,
                    "Use one of " + subject.decisions().keySet());
        } else if (!decision.outputs().contains("outcome")) {
            findings.add(
                    decision.element(),
                    "decision " + name + " has no output column outcome",
                    "Add a column outcome of type string");
        }
    }
}
