package org.banshi.catalogue.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.pack.PackageFiles;

/** Which files a package has: none missing, none that nobody reads. */
final class FileCheck {

    private static final List<String> NEEDED =
            List.of("service.yaml", Subject.FORM, Subject.PROCESS, "guide.zh.md", "guide.en.md");

    private static final String KNOWN =
            "service\\.yaml|form\\.schema\\.json|process\\.bpmn|[^/]+\\.dmn"
                    + "|tasks/[^/]+\\.schema\\.json|guide\\.(zh|en)\\.md|scenarios/[^/]+\\.yaml";

    private FileCheck() {}

    static void check(Subject subject) {
        PackageFiles files = subject.files();
        for (String path : NEEDED) {
            if (!files.has(path)) {
                subject.findings().add(path, 1, "the file is missing", "Add it to the package");
            } else if (files.text(path).isBlank()) {
                subject.findings().add(path, 1, "the file is empty", "Write it");
            }
        }
        Set<String> named =
                subject.manifest().steps().values().stream()
                        .flatMap(step -> step.outcomes().stream())
                        .flatMap(outcome -> outcome.form().stream())
                        .collect(Collectors.toSet());
        for (String path : files.paths()) {
            if (!path.matches(KNOWN)) {
                subject.findings()
                        .add(path, 1, "not a file of a service package", "Remove or rename it");
            } else if (path.startsWith("tasks/") && !named.contains(path)) {
                subject.findings()
                        .add(
                                path,
                                1,
                                "no outcome uses this form",
                                "Name it in service.yaml or remove it");
            }
        }
    }
}
