package org.banshi.catalogue.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.scenario.Scenario.Action;

/** The scenarios visit every outcome of every step. */
final class CoverageCheck {

    private CoverageCheck() {}

    static void check(Subject subject) {
        if (subject.scenarios().isEmpty()) {
            subject.findings()
                    .add(
                            subject.manifest().at(),
                            "there is no scenario",
                            "Add scenarios/<name>.yaml");
            return;
        }
        Set<String> visited = visited(subject);
        for (StepSpec step : subject.manifest().steps().values()) {
            for (OutcomeSpec outcome : step.outcomes()) {
                if (!visited.contains(step.key() + "/" + outcome.key())) {
                    subject.findings()
                            .add(
                                    subject.at(step, outcome),
                                    "no scenario visits outcome "
                                            + outcome.key()
                                            + " of step "
                                            + step.key(),
                                    "Add a scenario that does");
                }
            }
        }
    }

    private static Set<String> visited(Subject subject) {
        return subject.scenarios().stream()
                .flatMap(scenario -> scenario.actions().stream())
                .filter(Action.Complete.class::isInstance)
                .map(Action.Complete.class::cast)
                .map(task -> task.step() + "/" + task.outcome())
                .collect(Collectors.toSet());
    }
}
