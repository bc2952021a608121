package org.banshi.catalogue.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.decision.DecisionTables;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.XmlElement;

/**
 * A package under check: every part read once, with its places, and where findings go.
 *
 * @param service name of the item, which is also the folder's
 * @param forms by file, those that could be read
 * @param process the root of {@code process.bpmn}
 * @param decisions by id
 * @param tables ready to be asked, unless a DMN file has findings
 */
record Subject(
        String service,
        PackageFiles files,
        ReferenceData reference,
        Findings findings,
        Manifest manifest,
        Map<String, Located> forms,
        Optional<XmlElement> process,
        Map<String, DecisionSource> decisions,
        DecisionTables tables,
        List<Scenario> scenarios) {

    /** The application form's file. */
    static final String FORM = "form.schema.json";

    /** The process's file. */
    static final String PROCESS = "process.bpmn";

    /** The place of an outcome in {@code service.yaml}. */
    Located at(StepSpec step, OutcomeSpec outcome) {
        Located outcomes = manifest.at().nearest("steps", step.key(), "outcomes");
        int index = step.outcomes().indexOf(outcome);
        return index < outcomes.items().size() ? outcomes.items().get(index) : outcomes;
    }

    /** The words that a decision run by the process can say. */
    Map<String, DecisionSource> decided() {
        Map<String, DecisionSource> decided = new LinkedHashMap<>();
        manifest.automatic().values().stream()
                .filter(step -> step.act().equals("rule"))
                .map(step -> String.valueOf(step.with().get("decision")))
                .filter(decisions::containsKey)
                .forEach(id -> decided.put(id, decisions.get(id)));
        return decided;
    }

    /** The questions to registers that the process asks, with the register asked. */
    Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        manifest.automatic().values().stream()
                .filter(step -> step.act().equals("register"))
                .forEach(
                        step ->
                                questions.put(
                                        String.valueOf(step.with().get("question")),
                                        String.valueOf(step.with().get("register"))));
        return questions;
    }
}
