package org.banshi.catalogue.check;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.banshi.catalogue.Indexing;
import org.banshi.catalogue.OpenedCommands;
import org.banshi.catalogue.OpenedCommands.Opened;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;

/** What an approval opens: the kind exists, and gets all that it needs from facts that exist. */
final class OpeningCheck {

    /** The act with which an opening can come. */
    private static final String STEP = "step";

    private final Subject subject;
    private final Findings findings;
    private final Facts facts;

    private OpeningCheck(Subject subject) {
        this.subject = subject;
        this.findings = subject.findings();
        this.facts = Facts.of(subject);
    }

    static void check(Subject subject) {
        OpeningCheck check = new OpeningCheck(subject);
        List<Opening> opens = subject.manifest().opens();
        for (int i = 0; i < opens.size(); i++) {
            check.opening(opens.get(i), subject.manifest().at().nearest("opens").items().get(i));
        }
        subject.manifest().reratings().forEach(check::rerating);
    }

    /** What is rated anew is something that the item opens, by a table that it has. */
    private void rerating(Indexing rerating) {
        Located at = subject.manifest().at().nearest("reratings");
        boolean opened =
                subject.manifest().opens().stream()
                        .anyMatch(it -> rerating.kind().equals(it.with().get("kind")));
        if (!opened) {
            findings.add(
                    at,
                    "no approval opens " + rerating.kind(),
                    "Use a kind that stands under opens, with");
        }
        if (!subject.decisions().containsKey(rerating.decision())) {
            findings.add(
                    at,
                    rerating.decision() + " is no decision of the package",
                    "Use the id of a decision in its DMN");
        }
    }

    private void opening(Opening opening, Located at) {
        opening.conditions().keySet().forEach(path -> fact(path, at.nearest("when", path)));
        opening.from()
                .forEach(
                        (name, paths) -> {
                            for (String path : paths.split(" or ")) {
                                fact(path, at.nearest("from", name));
                            }
                        });
        Optional<Opened> opened = OpenedCommands.find(opening.kind());
        if (opened.isEmpty()) {
            findings.add(
                    at.nearest("kind"),
                    "an approval can't open " + opening.kind(),
                    "Use one of " + OpenedCommands.kinds());
            return;
        }
        boolean ofAStep =
                subject.manifest().steps().values().stream().anyMatch(it -> ends(it, opening));
        if (opened.get().withStep() && !ofAStep) {
            findings.add(
                    at.nearest("when"),
                    opening.kind() + " comes with a step, and no outcome of one is named",
                    "Write under when which outcome of which step, of act step, it comes with,"
                            + " such as settle.outcome: [cancelled]");
        }
        TreeSet<String> taken = new TreeSet<>();
        for (RecordComponent component : opened.get().components()) {
            String name = component.getName();
            taken.add(name);
            Object value = opening.with().get(name);
            boolean given = value != null || opening.from().containsKey(name);
            if (!given && opened.get().requires(name)) {
                findings.add(
                        at, opening.kind() + " needs " + name, "Add it under from, or under with");
            }
            if (value != null && !fits(component.getType(), value)) {
                findings.add(
                        at.nearest("with", name),
                        name + " is written as another type",
                        "Write a " + component.getType().getSimpleName());
            }
        }
        unknown(opening, opened.get(), taken, at);
    }

    /** Whether it comes with the step, by outcomes of the act that can bring it. */
    private static boolean ends(StepSpec step, Opening opening) {
        List<String> named = opening.conditions().get(step.key() + ".outcome");
        return named != null
                && step.outcomes().stream()
                        .filter(it -> it.act().equals(STEP))
                        .map(OutcomeSpec::key)
                        .toList()
                        .containsAll(named);
    }

    private void unknown(Opening opening, Opened opened, TreeSet<String> taken, Located at) {
        TreeSet<String> given = new TreeSet<>(opening.with().keySet());
        given.addAll(opening.from().keySet());
        for (String name : given) {
            boolean twice = opening.with().containsKey(name) && opening.from().containsKey(name);
            boolean ownName = opened.takesMore() && name.contains(".");
            if (!taken.contains(name) && !ownName && !OpenedCommands.WHOSE.contains(name)) {
                findings.add(
                        at,
                        opening.kind() + " takes no " + name,
                        "Remove it, or use one of " + taken);
            } else if (twice) {
                findings.add(at, name + " is given twice", "Keep it under with or under from");
            }
        }
    }

    private void fact(String path, Located at) {
        facts.unknown(path)
                .ifPresent(
                        name ->
                                findings.add(
                                        at,
                                        "\"" + name + "\" is no fact of a case",
                                        "Use a form field, a register's question, a decision, a"
                                                + " step or one of the family's facts"));
    }

    private static boolean fits(Class<?> wanted, Object value) {
        if (wanted == String.class) {
            return value instanceof String;
        }
        if (wanted == Integer.class || wanted == int.class) {
            return value instanceof Integer;
        }
        return wanted != BigDecimal.class || value instanceof Number;
    }
}
