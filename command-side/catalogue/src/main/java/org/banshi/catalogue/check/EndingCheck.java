package org.banshi.catalogue.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.TaskActs;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.scenario.Scenario;

/** A case can come to each ending that has words, and every conclusion comes to one that has. */
final class EndingCheck {

    private final Subject subject;
    private final List<String> events;

    private EndingCheck(Subject subject) {
        this.subject = subject;
        this.events = TaskActs.events(subject.manifest().family());
    }

    static void check(Subject subject) {
        Set<String> marks = subject.manifest().endings().keySet();
        if (marks.isEmpty()) {
            return;
        }
        EndingCheck check = new EndingCheck(subject);
        Set<String> reached =
                subject.scenarios().stream()
                        .filter(scenario -> scenario.expect().ending() != null)
                        .map(scenario -> String.valueOf(scenario.expect().ending()))
                        .collect(Collectors.toSet());
        for (String mark : marks) {
            if (!check.known(mark)) {
                check.add(
                        mark,
                        "a case can't come to " + mark,
                        "Write <decision>/<outcome>, <step>/<outcome>, <step>/<event> or an event");
            } else if (!reached.contains(mark)) {
                check.add(mark, "no scenario ends by " + mark, "Add a scenario that does");
            }
        }
        for (Scenario scenario : subject.scenarios()) {
            if (scenario.expect().conclusion() != null && scenario.expect().ending() == null) {
                check.add(
                        "",
                        scenario.file() + " comes to a conclusion that has no words of its own",
                        "Add the ending, and expect it in the scenario");
            }
        }
    }

    private void add(String mark, String problem, String mend) {
        subject.findings().add(subject.manifest().at().nearest("endings", mark), problem, mend);
    }

    private boolean known(String mark) {
        int slash = mark.indexOf('/');
        if (slash < 0) {
            return events.contains(mark);
        }
        String first = mark.substring(0, slash);
        String second = mark.substring(slash + 1);
        DecisionSource decision = subject.decided().get(first);
        if (decision != null) {
            return decision.outcomes().map(words -> words.contains(second)).orElse(true);
        }
        StepSpec step = subject.manifest().steps().get(first);
        return step != null
                && (events.contains(second)
                        || step.outcomes().stream().anyMatch(one -> one.key().equals(second)));
    }
}
