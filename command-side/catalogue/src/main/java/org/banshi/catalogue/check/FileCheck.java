package org.banshi.catalogue.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
        boolean unread = subject.manifest().at().isUnread();
        for (String path : files.paths()) {
            encoding(path, subject);
            if (!path.matches(KNOWN)) {
                subject.findings()
                        .add(path, 1, "not a file of a service package", "Remove or rename it");
            } else if (!unread && path.startsWith("tasks/") && !named.contains(path)) {
                subject.findings()
                        .add(
                                path,
                                1,
                                "no outcome uses this form",
                                "Name it in service.yaml or remove it");
            }
        }
    }

    /** Chinese written in another encoding would be read as other characters. */
    private static void encoding(String path, Subject subject) {
        int line = 1;
        byte[] bytes = subject.files().find(path).orElseThrow();
        for (int from = 0; from < bytes.length; line++) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            } catch (CharacterCodingException foreign) {
                subject.findings()
                        .add(
                                path,
                                line,
                                "the file is not written in UTF-8",
                                "Save it with the encoding UTF-8");
                return;
            }
            from = to + 1;
        }
    }
}
