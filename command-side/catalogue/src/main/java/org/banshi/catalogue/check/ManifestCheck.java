package org.banshi.catalogue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition.ResultLine;
import org.banshi.catalogue.TaskActs;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.place.RegionCode;

/** {@code service.yaml} by itself: codes, regions, bodies, keys. Sources: gov-conventions §1. */
final class ManifestCheck {

    private static final Set<String> TYPES =
            Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20");
    private static final List<String> OBJECTS = List.of("1", "2", "3", "4", "5", "6");
    private static final List<String> WAYS = List.of("1", "2", "3", "4", "9");
    private static final List<String> CASE_TYPES = List.of("1", "2", "9");
    private static final List<String> FORMATS = List.of("money", "month", "date", "text");

    private final Subject subject;
    private final Manifest manifest;
    private final Findings findings;

    private ManifestCheck(Subject subject) {
        this.subject = subject;
        this.manifest = subject.manifest();
        this.findings = subject.findings();
    }

    static void check(Subject subject) {
        ManifestCheck check = new ManifestCheck(subject);
        check.codes();
        check.lists();
        check.regions("regions", check.manifest.regions());
        check.regions("except", check.manifest.except());
        check.bodies();
        check.officers();
        check.materials();
        check.results();
        check.facts();
    }

    private void codes() {
        if (!subject.service().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            findings.add(manifest.at(), "the folder's name is not kebab-case", "Rename the folder");
        }
        String family = manifest.family();
        if (!family.isEmpty() && !TaskActs.families().contains(family)) {
            add(
                    "unknown family",
                    "Use one of " + TaskActs.families() + " or leave it out",
                    "family");
        }
        Set<String> categories = subject.reference().categories().keySet();
        if (!manifest.category().isEmpty() && !categories.contains(manifest.category())) {
            add("unknown category", "Use one of " + categories, "category");
        }
        if (!manifest.implementationCode().matches("[0-9A-Z]{31}")) {
            add(
                    "the implementation code has "
                            + manifest.implementationCode().length()
                            + " characters instead of 31",
                    "Write the credit code (18), the level (1) and the basic code (12)",
                    "codes",
                    "implementation");
        }
        if (manifest.trustLevel() < 2 || manifest.trustLevel() > 5) {
            add("no such trust level", "Use 2, 3, 4 or 5", "trustLevel");
        }
        if (!TYPES.contains(manifest.item().type())
                && !manifest.item().type().matches("[12][1-9]")) {
            add("no such type of item", "Use a code of GB/T 39046, such as \"05\"", "item", "type");
        }
        if (manifest.item().level() < 1 || manifest.item().level() > 7) {
            add("no such level", "Use 1 to 7", "item", "level");
        }
    }

    /** Code lists of GB/T 39046. */
    private void lists() {
        codes("objects", OBJECTS);
        codes("ways", WAYS);
        if (!CASE_TYPES.contains(String.valueOf(manifest.item().caseType()))) {
            add("no such type of case", "Use one of " + CASE_TYPES, "item", "caseType");
        }
    }

    private void codes(String key, List<String> known) {
        for (Located code : manifest.at().nearest("item", key).items()) {
            if (!known.contains(String.valueOf(code.text()))) {
                findings.add(
                        code, "no such code " + code.text() + " of " + key, "Use one of " + known);
            }
        }
    }

    private void regions(String key, List<String> codes) {
        Located list = manifest.at().nearest(key);
        if (key.equals("regions") && codes.isEmpty()) {
            add("the item is offered nowhere", "Name at least one region", key);
        }
        for (Located item : list.items()) {
            String code = item.text() == null ? "" : item.text();
            boolean known =
                    code.matches("\\d{6}(\\d{3})?")
                            && subject.reference().region(new RegionCode(code)).isPresent();
            if (!known) {
                findings.add(
                        item, "unknown region " + code, "Use a code of regions.yaml, in quotes");
            }
        }
    }

    private void bodies() {
        ReferenceData reference = subject.reference();
        if (!reference.bodies().contains(manifest.item().body())) {
            add("unknown body", "Use one of " + reference.bodies(), "item", "body");
        }
        manifest.steps()
                .forEach(
                        (key, step) -> {
                            if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                                add("the step's key is not kebab-case", "Rename it", "steps", key);
                            }
                            if (!reference.bodies().contains(step.body())) {
                                add(
                                        "unknown body " + step.body(),
                                        "Use one of " + reference.bodies(),
                                        "steps",
                                        key,
                                        "body");
                            }
                        });
    }

    /** A step that another officer does than others names steps of the same file. */
    private void officers() {
        manifest.steps()
                .forEach(
                        (key, step) -> {
                            for (Located other :
                                    manifest.at().nearest("steps", key, "apart").items()) {
                                String named = String.valueOf(other.text());
                                if (!manifest.steps().containsKey(named)) {
                                    findings.add(
                                            other,
                                            "there is no step " + named,
                                            "Name a step of this file");
                                }
                            }
                        });
    }

    private void materials() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < manifest.materials().size(); i++) {
            String code = manifest.materials().get(i).code();
            if (!codes.add(code)) {
                findings.add(
                        item("materials", i), "material " + code + " is there twice", "Keep one");
            }
        }
    }

    private void results() {
        Facts facts = Facts.of(subject);
        for (int i = 0; i < manifest.result().size(); i++) {
            ResultLine line = manifest.result().get(i);
            Located at = item("result", i);
            if (!FORMATS.contains(line.format())) {
                findings.add(at, "unknown format " + line.format(), "Use one of " + FORMATS);
            }
            facts.unknown(line.from())
                    .ifPresent(
                            name ->
                                    findings.add(
                                            at,
                                            "\"" + name + "\" is no fact of a case",
                                            "Use a form field, a register's question, a decision"
                                                    + " or one of the family's facts"));
        }
    }

    private Located item(String list, int index) {
        return manifest.at().nearest(list).items().get(index);
    }

    private void facts() {
        Set<String> fields = Facts.fields(subject);
        for (String name : subject.decided().keySet()) {
            if (fields.contains(name)) {
                findings.add(
                        subject.decisions().get(name).element(),
                        "decision " + name + " bears the name of a form field",
                        "Rename one of them");
            }
        }
        for (String name : subject.questions().keySet()) {
            if (fields.contains(name) || subject.decided().containsKey(name)) {
                add(
                        "question " + name + " bears the name of a form field or decision",
                        "Rename one of them",
                        "automatic");
            }
        }
    }

    private void add(String problem, String mend, String... path) {
        findings.add(manifest.at().nearest(path), problem, mend);
    }
}
