package org.banshi.catalogue.check;

import com.networknt.schema.SchemaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition.ResultLine;
import org.banshi.catalogue.TaskActs;
import org.banshi.catalogue.form.JsonForm;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.XmlElement;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.Parsed;
import org.banshi.command.contract.place.RegionCode;

/** Scenarios: they name what the package has, and fill in forms rightly. */
final class ScenarioCheck {

    private final Subject subject;
    private final Manifest manifest;
    private final Findings findings;
    private final Map<String, JsonForm> forms = new HashMap<>();

    private ScenarioCheck(Subject subject) {
        this.subject = subject;
        this.manifest = subject.manifest();
        this.findings = subject.findings();
    }

    static void check(Subject subject) {
        ScenarioCheck check = new ScenarioCheck(subject);
        subject.scenarios().forEach(check::scenario);
    }

    private void scenario(Scenario scenario) {
        byte[] bytes = subject.files().find(scenario.file()).orElseThrow();
        Located at = YamlSource.read(scenario.file(), bytes, new Findings());
        applicant(scenario, at.nearest("applicant"));
        if (placesAreKnown() && !isOffered(scenario)) {
            findings.add(
                    at.nearest("region"), "the item is not offered there", "Use another region");
        }
        Set<String> registers = Set.copyOf(subject.questions().values());
        for (String register : scenario.registers().keySet()) {
            if (!registers.contains(register)) {
                findings.add(
                        at.nearest("registers", register),
                        "nobody asks register " + register,
                        "Use one of " + registers);
            }
        }
        List<Located> places = at.nearest("actions").items();
        for (int i = 0; i < scenario.actions().size(); i++) {
            action(scenario.actions().get(i), places.get(i));
        }
        if (scenario.actions().isEmpty() || !(scenario.actions().get(0) instanceof Action.Apply)) {
            findings.add(at.nearest("actions"), "nobody applies", "Begin with an apply action");
        }
        expectation(scenario, at.nearest("expect"));
    }

    private void applicant(Scenario scenario, Located at) {
        tell(
                at.nearest("identityNumber"),
                IdentityNumber.parse(scenario.applicant().identityNumber()));
        tell(at.nearest("phone"), MobileNumber.parse(scenario.applicant().phone()));
    }

    private void tell(Located at, Parsed<?> parsed) {
        parsed.fault()
                .map(Fault::message)
                .ifPresent(
                        message ->
                                findings.add(
                                        at,
                                        "not a number of an invented person: " + message.en(),
                                        "Write one that is valid by its check digit"));
    }

    private boolean placesAreKnown() {
        return !manifest.regions().isEmpty()
                && manifest.regions().stream()
                        .allMatch(
                                code ->
                                        code.matches("\\d{6}(\\d{3})?")
                                                && subject.reference()
                                                        .region(new RegionCode(code))
                                                        .isPresent());
    }

    private boolean isOffered(Scenario scenario) {
        return covers(manifest.regions(), scenario) && !covers(manifest.except(), scenario);
    }

    private static boolean covers(List<String> codes, Scenario scenario) {
        return codes.stream()
                .filter(code -> code.matches("\\d{6}(\\d{3})?"))
                .map(RegionCode::new)
                .anyMatch(region -> region.covers(scenario.region()));
    }

    private void action(Action action, Located at) {
        if (action instanceof Action.Apply apply) {
            fill(at.nearest("apply", "form"), Subject.FORM, apply.form());
            materials(at.nearest("apply", "materials"), apply.materials());
        } else if (action instanceof Action.Supplement supplement) {
            Set<String> fields = Facts.fields(subject);
            supplement.changes().values().keySet().stream()
                    .filter(name -> !fields.contains(name))
                    .forEach(
                            name ->
                                    findings.add(
                                            at.nearest("supplement", "changes", name),
                                            "the form has no field " + name,
                                            "Use a field of form.schema.json"));
            materials(at.nearest("supplement", "materials"), supplement.materials());
        } else if (action instanceof Action.Complete complete) {
            complete(complete, at);
        } else if (action instanceof Action.Beside beside) {
            boolean known =
                    TaskActs.find(beside.act(), beside.outcome())
                            .filter(TaskActs.Act::beside)
                            .filter(act -> act.isOf(manifest.family()))
                            .isPresent();
            if (!known) {
                findings.add(
                        at, beside.act() + " is no act beside the tasks", "Use one of the family");
            }
        }
    }

    private void complete(Action.Complete action, Located at) {
        StepSpec step = manifest.steps().get(action.step());
        if (step == null) {
            findings.add(at, "there is no step " + action.step(), "Use one of service.yaml");
            return;
        }
        OutcomeSpec outcome =
                step.outcomes().stream()
                        .filter(o -> o.key().equals(action.outcome()))
                        .findFirst()
                        .orElse(null);
        if (outcome == null) {
            findings.add(
                    at.nearest("outcome"),
                    "step " + step.key() + " has no outcome " + action.outcome(),
                    "Use one of " + step.outcomes().stream().map(OutcomeSpec::key).toList());
            return;
        }
        if (outcome.form().isPresent()) {
            fill(at.nearest("data"), outcome.form().get(), action.data());
        } else if (!action.data().values().isEmpty()) {
            findings.add(at.nearest("data"), "this outcome has no form", "Remove data");
        }
    }

    private void fill(Located at, String path, FormData data) {
        Located schema = subject.forms().get(path);
        if (schema == null || !schema.isMap()) {
            return;
        }
        for (FieldError error : errors(path, schema, data)) {
            String field = error.pointer().replaceFirst("^/", "").split("/")[0];
            findings.add(
                    at.nearest(field),
                    path + " does not take " + error.pointer() + ": " + error.message().en(),
                    "Mend the data or the form");
        }
    }

    /** None when the schema is broken, which is told elsewhere. */
    private List<FieldError> errors(String path, Located schema, FormData data) {
        try {
            return forms.computeIfAbsent(path, key -> JsonForm.of(schema.plain())).validate(data);
        } catch (SchemaException broken) {
            return List.of();
        }
    }

    private void materials(Located at, List<String> codes) {
        Set<String> known =
                manifest.materials().stream().map(MaterialSpec::code).collect(Collectors.toSet());
        codes.stream()
                .filter(code -> !known.contains(code))
                .forEach(
                        code ->
                                findings.add(
                                        at, "there is no material " + code, "Use one of " + known));
    }

    private void expectation(Scenario scenario, Located at) {
        Set<String> events = Set.copyOf(TaskActs.events(manifest.family()));
        for (Located event : at.nearest("events").items()) {
            if (!events.contains(String.valueOf(event.text()))) {
                findings.add(event, event.text() + " is no event of this item", "Mend the name");
            }
        }
        for (String path : scenario.expect().dates().keySet()) {
            if (!events.contains(path.replaceFirst("#.*", ""))) {
                findings.add(at.nearest("dates", path), "no such event", "Mend the name");
            }
        }
        known(at.nearest("open"), scenario.expect().open(), manifest.steps().keySet(), "step");
        Set<String> lines =
                manifest.result().stream().map(ResultLine::key).collect(Collectors.toSet());
        known(at.nearest("result"), scenario.expect().result().keySet(), lines, "result line");
        known(at.nearest("path"), scenario.expect().path(), activities(), "activity");
    }

    private void known(Located at, Iterable<String> names, Set<String> known, String kind) {
        for (String name : names) {
            if (!known.contains(name)) {
                findings.add(at.nearest(name), "there is no " + kind + " " + name, "Mend the name");
            }
        }
    }

    private Set<String> activities() {
        return subject.process().stream()
                .flatMap(root -> root.all().stream())
                .filter(element -> ProcessCheck.NODES.contains(element.name()))
                .map(XmlElement::id)
                .collect(Collectors.toSet());
    }
}
