package org.banshi.catalogue.scenario;

import java.util.Set;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;

/** Reads one item of a scenario's {@code actions}. */
final class ActionReader {

    private static final String WORDS =
            "apply, task, act, supplement, advanceTo, object, answer, withdraw, terminate, rate";

    private final Findings findings;

    ActionReader(Findings findings) {
        this.findings = findings;
    }

    Action read(Located at) {
        Fields fields = new Fields(at, findings);
        Action action = read(at, fields);
        fields.done();
        return action;
    }

    private Action read(Located at, Fields fields) {
        Set<String> words = at.entries().keySet();
        if (words.contains("apply")) {
            return inside(
                    fields.fields("apply"),
                    in ->
                            new Action.Apply(
                                    ScenarioReader.data(in, "form"),
                                    in.texts("materials"),
                                    in.optional("protection").map(Located::text).orElse(null)));
        }
        if (words.contains("task")) {
            return new Action.Complete(
                    fields.text("task"),
                    fields.text("outcome"),
                    ScenarioReader.data(fields, "data"));
        }
        if (words.contains("act")) {
            return new Action.Beside(
                    fields.text("act"),
                    fields.text("outcome", ""),
                    ScenarioReader.data(fields, "data"));
        }
        if (words.contains("supplement")) {
            return inside(
                    fields.fields("supplement"),
                    in ->
                            new Action.Supplement(
                                    ScenarioReader.data(in, "changes"), in.texts("materials")));
        }
        if (words.contains("object")) {
            return inside(fields.fields("object"), in -> new Action.Raise(in.text("objection")));
        }
        if (words.contains("answer")) {
            return inside(
                    fields.fields("answer"),
                    in ->
                            new Action.Answer(
                                    in.text("assessment").equals("agree"),
                                    in.optional("reason").map(Located::text)));
        }
        if (words.contains("withdraw")) {
            return inside(
                    fields.fields("withdraw"),
                    in -> new Action.Withdraw(in.optional("reason").map(Located::text)));
        }
        if (words.contains("terminate")) {
            return inside(
                    fields.fields("terminate"), in -> new Action.Terminate(in.text("reason")));
        }
        if (words.contains("rate")) {
            return inside(
                    fields.fields("rate"),
                    in ->
                            new Action.Rate(
                                    in.integer("score"),
                                    in.optional("comment").map(Located::text)));
        }
        if (!words.contains("advanceTo")) {
            findings.add(at, "not an action", "Begin with one of " + WORDS);
        }
        String time = fields.text("advanceTo");
        return new Action.AdvanceTo(
                ScenarioReader.instant(at.nearest("advanceTo"), time, findings));
    }

    private interface Inside {
        Action read(Fields fields);
    }

    private static Action inside(Fields fields, Inside reader) {
        Action action = reader.read(fields);
        fields.done();
        return action;
    }
}
