package org.banshi.catalogue.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.TaskActs;
import org.banshi.catalogue.manifest.LimitSpecs;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.XmlElement;

/**
 * The ways through the process: conditions ask for words that can really come, and none is lost.
 */
final class FlowCheck {

    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*==\\s*'([^']*)'\\s*}");

    private final Subject subject;
    private final Findings findings;
    private final Flow flow;

    private FlowCheck(Subject subject, Flow flow) {
        this.subject = subject;
        this.findings = subject.findings();
        this.flow = flow;
    }

    static void check(Subject subject) {
        subject.process()
                .ifPresent(
                        root ->
                                root.children("process")
                                        .forEach(p -> new FlowCheck(subject, new Flow(p)).check()));
    }

    private void check() {
        for (XmlElement node : flow.nodes()) {
            connected(node);
            timer(node);
            if (asksForTheTerm(node)) {
                term(node);
            }
            for (XmlElement way : flow.waysOut(node)) {
                condition(node, way);
            }
            if (node.name().equals("exclusiveGateway")) {
                covered(node);
            }
        }
    }

    private void connected(XmlElement node) {
        boolean begins =
                node.name().equals("startEvent")
                        || node.name().equals("boundaryEvent")
                        || Flow.isEventSubProcess(node);
        if (!begins && flow.before(node).isEmpty()) {
            findings.add(node, "no way leads to " + node.id(), "Connect it or remove it");
        }
        boolean ends = node.name().equals("endEvent") || Flow.isEventSubProcess(node);
        if (!ends && flow.waysOut(node).isEmpty()) {
            findings.add(node, "no way leads on from " + node.id(), "Connect it to what follows");
        }
    }

    /** Whoever waits {@code until} must have been told until when. */
    private void timer(XmlElement node) {
        XmlElement timer = node.child("timerEventDefinition");
        if (timer != null && waitsForADay(node) && flow.reachesBeginning(node, this::setsAnEnd)) {
            findings.add(
                    timer,
                    "one can get here before any act set an end",
                    "Put one of "
                            + TaskActs.WITH_AN_END
                            + " before it, or a request for a supplement whose time is limited"
                            + " under limits.steps.supplement; or use timeDuration");
        }
    }

    /** A case has a last day once it is accepted; without a timer for it nothing would end. */
    private void term(XmlElement node) {
        if (flow.reachesBeginning(node, it -> does(it, "acceptance"))) {
            findings.add(
                    node,
                    "one can get here before the case is accepted and has a last day",
                    "Put it behind the acceptance");
        }
        boolean awaited = false;
        for (XmlElement timer : flow.nodes()) {
            if (!waitsForADay(timer)) {
                continue;
            }
            List<XmlElement> before = flow.leadingTo(timer, this::setsAnEnd);
            if (before.contains(node)) {
                awaited = true;
                before.stream()
                        .filter(it -> does(it, "special-procedure"))
                        .forEach(it -> moves(it, timer));
            }
        }
        if (!awaited) {
            findings.add(
                    node,
                    "no timer waits for the case's last day",
                    "Put a timer with timeDate ${until} behind it, or remove it: no office can"
                            + " suspend an item that has it");
        }
    }

    private void moves(XmlElement step, XmlElement timer) {
        findings.add(
                timer,
                step.id() + " can move the case's last day, and this timer waits for the old one",
                "Ask for " + TaskActs.CASE_TERM + " again behind that step");
    }

    private boolean asksForTheTerm(XmlElement node) {
        AutomaticStep automatic = subject.manifest().automatic().get(node.id());
        return automatic != null && automatic.act().equals(TaskActs.CASE_TERM);
    }

    /** Whether an officer can take the act there. */
    private boolean does(XmlElement node, String act) {
        StepSpec step = subject.manifest().steps().get(node.id());
        return step != null && step.outcomes().stream().anyMatch(it -> it.act().equals(act));
    }

    private static boolean waitsForADay(XmlElement node) {
        XmlElement timer = node.child("timerEventDefinition");
        return timer != null && timer.child("timeDate") != null;
    }

    private boolean setsAnEnd(XmlElement node) {
        AutomaticStep automatic = subject.manifest().automatic().get(node.id());
        StepSpec step = subject.manifest().steps().get(node.id());
        return automatic != null && TaskActs.WITH_AN_END.contains(automatic.act())
                || step != null
                        && limitsSupplements()
                        && step.outcomes().stream()
                                .anyMatch(
                                        it ->
                                                TaskActs.OFFICERS_WITH_AN_END.contains(
                                                        it.act() + "/" + it.key()));
    }

    private boolean limitsSupplements() {
        LimitSpecs limits = subject.manifest().limits();
        return limits.steps().containsKey(LimitSpecs.SUPPLEMENT);
    }

    private void condition(XmlElement node, XmlElement way) {
        XmlElement condition = way.child("conditionExpression");
        if (condition == null) {
            return;
        }
        Matcher parts = CONDITION.matcher(condition.text());
        if (condition.attribute("language") != null || !parts.matches()) {
            findings.add(
                    condition,
                    "this condition is not allowed",
                    "Write ${outcome == 'word'} or ${<decision> == 'word'}");
            return;
        }
        String variable = parts.group(1);
        Optional<Set<String>> words =
                variable.equals("outcome")
                        ? words(condition, node)
                        : decided(condition, node, variable);
        if (words.isPresent() && !words.get().contains(parts.group(2))) {
            findings.add(
                    condition,
                    variable + " is never '" + parts.group(2) + "' here",
                    "Use one of " + new TreeSet<>(words.get()));
        }
    }

    /** A gateway has a way for everything that can come, or a default. */
    private void covered(XmlElement gateway) {
        List<XmlElement> ways = flow.waysOut(gateway);
        String fallback = gateway.attributeOrEmpty("default");
        boolean hasDefault = ways.stream().anyMatch(way -> way.id().equals(fallback));
        if (ways.size() < 2 || hasDefault) {
            return;
        }
        Set<String> asked = new HashSet<>();
        Set<String> variables = new HashSet<>();
        for (XmlElement way : ways) {
            XmlElement condition = way.child("conditionExpression");
            Matcher parts = CONDITION.matcher(condition == null ? "" : condition.text());
            if (!parts.matches()) {
                findings.add(
                        way,
                        "this way has no condition and is not the default",
                        "Add a condition, or make it the gateway's default");
                return;
            }
            variables.add(parts.group(1));
            asked.add(parts.group(2));
        }
        if (variables.size() > 1) {
            findings.add(gateway, "the ways ask for different things", "Add a default way");
            return;
        }
        String variable = variables.iterator().next();
        Set<String> lost =
                new TreeSet<>(
                        (variable.equals("outcome") ? outcomes(gateway) : wordsOf(variable))
                                .orElse(Set.of()));
        lost.removeAll(asked);
        if (!lost.isEmpty()) {
            findings.add(
                    gateway,
                    "no way out for " + String.join(", ", lost),
                    "Add a way for it, or a default");
        }
    }

    private Optional<Set<String>> decided(XmlElement condition, XmlElement node, String variable) {
        if (!subject.decided().containsKey(variable)) {
            findings.add(
                    condition,
                    "no automatic step decides " + variable,
                    "Use outcome or one of " + subject.decided().keySet());
            return Optional.empty();
        }
        if (flow.reachesBeginning(node, earlier -> decides(earlier, variable))) {
            findings.add(
                    condition,
                    "one can get here before " + variable + " was decided",
                    "Decide it earlier");
        }
        return wordsOf(variable);
    }

    private boolean decides(XmlElement node, String decision) {
        AutomaticStep step = subject.manifest().automatic().get(node.id());
        return step != null
                && step.act().equals("rule")
                && decision.equals(step.with().get("decision"));
    }

    private Optional<Set<String>> wordsOf(String decision) {
        DecisionSource source = subject.decided().get(decision);
        return source == null ? Optional.of(Set.of()) : source.outcomes();
    }

    private Optional<Set<String>> words(XmlElement condition, XmlElement node) {
        if (flow.reachesBeginning(node, this::speaks)) {
            findings.add(
                    condition,
                    "one can get here before any step had an outcome",
                    "Put a task or a decision before it");
        }
        return outcomes(node);
    }

    /** What {@code outcome} can be at a node; empty when a decision computes its word. */
    private Optional<Set<String>> outcomes(XmlElement node) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        return collect(node, words, seen) ? Optional.of(words) : Optional.empty();
    }

    private boolean collect(XmlElement node, Set<String> words, Set<String> seen) {
        boolean allKnown = true;
        for (XmlElement earlier : flow.before(node)) {
            if (!seen.add(earlier.id())) {
                continue;
            }
            if (!speaks(earlier)) {
                allKnown &= collect(earlier, words, seen);
                continue;
            }
            Optional<Set<String>> own = ownWords(earlier);
            own.ifPresent(words::addAll);
            allKnown &= own.isPresent();
        }
        return allKnown;
    }

    /** Whether a node leaves a word in {@code outcome}. */
    private boolean speaks(XmlElement node) {
        AutomaticStep automatic = subject.manifest().automatic().get(node.id());
        return node.name().equals("userTask")
                || automatic != null
                        && (automatic.act().equals("rule")
                                || TaskActs.WITH_WORDS.containsKey(automatic.act()));
    }

    private Optional<Set<String>> ownWords(XmlElement node) {
        AutomaticStep automatic = subject.manifest().automatic().get(node.id());
        if (automatic != null) {
            Set<String> drawn = TaskActs.WITH_WORDS.get(automatic.act());
            return drawn != null
                    ? Optional.of(drawn)
                    : wordsOf(String.valueOf(automatic.with().get("decision")));
        }
        Set<String> keys = new LinkedHashSet<>();
        StepSpec step = subject.manifest().steps().get(node.id());
        if (step != null) {
            step.outcomes().stream().map(OutcomeSpec::key).forEach(keys::add);
        }
        return Optional.of(keys);
    }
}
