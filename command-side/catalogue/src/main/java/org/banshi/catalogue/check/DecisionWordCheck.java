package org.banshi.catalogue.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.text.Text;

/**
 * People read what a decision table came to: each outcome that the process can come to has words in
 * both languages, and no others have.
 */
final class DecisionWordCheck {

    private static final String PLACE = "decisions";

    private final Subject subject;
    private final Map<String, Map<String, Text>> words;

    private DecisionWordCheck(Subject subject) {
        this.subject = subject;
        this.words = subject.manifest().decisions();
    }

    static void check(Subject subject) {
        DecisionWordCheck check = new DecisionWordCheck(subject);
        subject.decided()
                .forEach(
                        (id, decision) -> decision.outcomes().ifPresent(it -> check.words(id, it)));
        for (String decision : check.words.keySet()) {
            if (!subject.decisions().containsKey(decision)) {
                check.add(
                        subject.manifest().at().nearest(PLACE, decision),
                        "there is no decision " + decision,
                        "Remove its words, or use one of " + subject.decisions().keySet());
            }
        }
        subject.manifest().first().forEach(check::first);
    }

    /** What goes before the others can happen: its words say what it is. */
    private void first(String decision, List<String> outcomes) {
        Map<String, Text> known = words.getOrDefault(decision, Map.of());
        for (String outcome : outcomes) {
            if (!known.containsKey(outcome)) {
                add(
                        subject.manifest().at().nearest("first", decision),
                        "no case goes first because of " + outcome + " of " + decision,
                        "Use an outcome that has words under decisions: " + words.keySet());
            }
        }
    }

    private void words(String decision, Set<String> outcomes) {
        Map<String, Text> known = words.getOrDefault(decision, Map.of());
        for (String outcome : outcomes) {
            if (!known.containsKey(outcome)) {
                add(
                        subject.manifest().at().nearest(PLACE, decision),
                        "there are no words for the outcome " + outcome + " of " + decision,
                        "Add " + outcome + ": {zh: …, en: …} under decisions: " + decision);
            }
        }
        for (String outcome : known.keySet()) {
            if (!outcomes.contains(outcome)) {
                add(
                        subject.manifest().at().nearest(PLACE, decision, outcome),
                        decision + " never comes to " + outcome,
                        "Remove it, or use one of " + outcomes);
            }
        }
    }

    private void add(Located at, String problem, String mend) {
        subject.findings().add(at, problem, mend);
    }
}
