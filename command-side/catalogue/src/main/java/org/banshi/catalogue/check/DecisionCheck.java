package org.banshi.catalogue.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.decision.DmnText;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.XmlElement;

/** Decisions: readable, complete rows, FEEL only, and no input that nobody knows. */
final class DecisionCheck {

    private static final Set<String> TYPES =
            Set.of("string", "boolean", "number", "integer", "long", "double", "date");
    private static final Set<String> ONE_ROW = Set.of("", "UNIQUE", "FIRST", "ANY", "PRIORITY");

    private final Subject subject;
    private final Findings findings;
    private final DecisionSource decision;

    private DecisionCheck(Subject subject, DecisionSource decision) {
        this.subject = subject;
        this.findings = subject.findings();
        this.decision = decision;
    }

    /** Whether the engine can read the file at all. */
    static boolean isSound(String file, byte[] bytes, XmlElement root, Findings findings) {
        Optional<String> fault = DmnText.faultOf(new ByteArrayInputStream(bytes));
        fault.ifPresent(
                problem -> findings.add(file, root.line(), "not DMN: " + problem, "Mend the file"));
        return fault.isEmpty();
    }

    static void check(Subject subject) {
        subject.decisions()
                .values()
                .forEach(decision -> new DecisionCheck(subject, decision).check());
    }

    private void check() {
        if (!decision.id().matches("[a-z][A-Za-z0-9]*")) {
            findings.add(
                    decision.element(),
                    "\"" + decision.id() + "\" cannot be used as a name in FEEL",
                    "Use camelCase without hyphens as the decision's id");
        }
        decision.table().ifPresent(this::table);
        decision.element().all().forEach(this::language);
        decision.requires().stream()
                .filter(id -> !subject.decisions().containsKey(id))
                .forEach(
                        id ->
                                findings.add(
                                        decision.element(),
                                        "there is no decision " + id + " to require",
                                        "Mend the informationRequirement"));
        expressions();
    }

    private void table(XmlElement table) {
        String policy = table.attributeOrEmpty("hitPolicy");
        if (!ONE_ROW.contains(policy) && table.attribute("aggregation") == null) {
            findings.add(
                    table,
                    "hit policy " + policy + " may give several rows",
                    "Use UNIQUE or FIRST");
        }
        int inputs = table.children("input").size();
        int outputs = table.children("output").size();
        for (XmlElement rule : decision.rules()) {
            if (rule.children("inputEntry").size() != inputs
                    || rule.children("outputEntry").size() != outputs) {
                findings.add(
                        rule,
                        "the row does not have a cell for every column",
                        "Give it " + inputs + " inputs and " + outputs + " outputs");
            }
        }
        sources(table);
        if (policy.isEmpty() || policy.equals("UNIQUE")) {
            overlaps(table, inputs);
        }
        for (XmlElement typed : table.all()) {
            String type = typed.attribute("typeRef");
            if (type != null && !TYPES.contains(type)) {
                findings.add(typed, "unknown type " + type, "Use one of " + TYPES);
            }
        }
    }

    /** Whatever a case is decided by can be traced to a law or a notice. */
    private void sources(XmlElement table) {
        Optional<String> limits = subject.manifest().limits().table();
        boolean asked =
                subject.decided().containsKey(decision.id())
                        || limits.isPresent() && limits.get().equals(decision.id());
        int column = decision.outputs().indexOf("source");
        if (!asked) {
            return;
        }
        if (column < 0) {
            findings.add(
                    table,
                    "decision " + decision.id() + " names no source",
                    "Add an output column source of type string, filled in in each row");
            return;
        }
        for (XmlElement rule : decision.rules()) {
            List<XmlElement> cells = rule.children("outputEntry");
            if (column < cells.size() && isBlank(DecisionSource.text(cells.get(column)))) {
                findings.add(
                        rule,
                        "the row names no source",
                        "Write the law or notice in its column source");
            }
        }
    }

    private static boolean isBlank(String text) {
        return text.replace("\"", "").isBlank();
    }

    /** Of a table of unique rows no two may apply at once: the case would stop there. */
    private void overlaps(XmlElement table, int inputs) {
        List<XmlElement> columns = table.children("input");
        List<List<String>> rows =
                decision.rules().stream()
                        .map(rule -> rule.children("inputEntry"))
                        .map(cells -> cells.stream().map(DecisionSource::text).toList())
                        .toList();
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rows.get(earlier).size() == inputs
                        && rows.get(later).size() == inputs
                        && overlap(rows.get(earlier), rows.get(later), columns)) {
                    findings.add(
                            decision.rules().get(later),
                            "rows " + (earlier + 1) + " and " + (later + 1) + " may both apply",
                            "Narrow one of them, or write hitPolicy=\"FIRST\" where the upper one"
                                    + " is meant");
                }
            }
        }
    }

    private static boolean overlap(List<String> row, List<String> other, List<XmlElement> columns) {
        for (int at = 0; at < columns.size(); at++) {
            XmlElement typed = columns.get(at).child("inputExpression");
            String type = typed == null ? "" : typed.attributeOrEmpty("typeRef");
            boolean whole = type.equals("integer") || type.equals("long");
            if (!DmnText.meet(row.get(at), other.get(at), whole)) {
                return false;
            }
        }
        return true;
    }

    private void language(XmlElement element) {
        String language = element.attributeOrEmpty("expressionLanguage");
        if (!language.isEmpty()
                && !language.equalsIgnoreCase("feel")
                && !language.endsWith("/FEEL/")) {
            findings.add(
                    element, "the expression language " + language + " is not allowed", "Use FEEL");
        }
    }

    private void expressions() {
        Facts facts = known();
        for (XmlElement holder : decision.expressions()) {
            String text = DecisionSource.text(holder);
            if (!text.isEmpty()) {
                tell(holder, DmnText.faultOfExpression(text));
                tellUnknown(holder, facts, DmnText.namesInExpression(text));
            }
        }
        for (XmlElement cell : decision.cells()) {
            String text = DecisionSource.text(cell);
            if (!text.isEmpty() && !text.equals("-")) {
                tell(cell, DmnText.faultOfCell(text));
                tellUnknown(cell, facts, DmnText.namesInCell(text));
            }
        }
    }

    /** The facts of a case, and what the decisions before this one say. */
    private Facts known() {
        Facts facts = Facts.of(subject);
        for (DecisionSource required : before(decision.id())) {
            facts = facts.with(required.outputs());
        }
        return isForLimits() ? facts.with(List.of("step")) : facts;
    }

    private boolean isForLimits() {
        Optional<String> table = subject.manifest().limits().table();
        return table.isPresent()
                && (table.get().equals(decision.id()) || before(table.get()).contains(decision));
    }

    /** Every decision that has to be made before {@code id}. */
    private Set<DecisionSource> before(String id) {
        Set<DecisionSource> before = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(id));
        while (!left.isEmpty()) {
            DecisionSource next = subject.decisions().get(left.pop());
            if (next == null) {
                continue;
            }
            for (String required : next.requires()) {
                DecisionSource source = subject.decisions().get(required);
                if (source != null && before.add(source)) {
                    left.push(required);
                }
            }
        }
        return before;
    }

    private void tell(XmlElement holder, Optional<String> fault) {
        fault.ifPresent(
                problem ->
                        findings.add(
                                textOf(holder), "not FEEL: " + problem, "Mend the expression"));
    }

    private void tellUnknown(XmlElement holder, Facts facts, Set<String> names) {
        for (String name : names) {
            facts.unknown(name)
                    .ifPresent(
                            unknown ->
                                    findings.add(
                                            textOf(holder),
                                            "\"" + unknown + "\" is no fact of a case",
                                            "Use a form field, a register's question, a decision"
                                                    + " or one of the family's facts"));
        }
    }

    private static XmlElement textOf(XmlElement holder) {
        XmlElement text = holder.child("text");
        return text == null ? holder : text;
    }
}
