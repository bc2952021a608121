package org.banshi.catalogue.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;

/**
 * A mistake in the lantern package, read from {@code mistakes.yaml}, and what a publisher must be
 * told of it.
 *
 * @param told the file that has to be named
 * @param at text of the line that has to be named; empty for line 1
 */
record Mistake(String what, PackageFiles files, String told, String at, String problem) {

    /** All mistakes. Throws when the list itself is mistaken. */
    static List<Mistake> all() {
        Findings findings = new Findings();
        List<Mistake> mistakes =
                YamlSource.read("mistakes.yaml", bytes(), findings).entries().values().stream()
                        .flatMap(part -> part.items().stream())
                        .map(item -> read(new Fields(item, findings)))
                        .toList();
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.list().toString());
        }
        return mistakes;
    }

    private static byte[] bytes() {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/mistakes.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Mistake read(Fields fields) {
        LanternLicence lantern = LanternLicence.valid();
        String file = fields.text("file", "");
        if (!file.isEmpty()) {
            lantern.replace(file, fields.text("replace"), fields.text("by", ""));
        }
        fields.texts("remove").forEach(lantern::remove);
        Map<String, Located> written = fields.entries("write", content -> content);
        written.forEach((path, content) -> lantern.write(path, String.valueOf(content.text())));
        Mistake mistake =
                new Mistake(
                        fields.text("what"),
                        lantern.files(),
                        fields.text("told", file),
                        fields.text("at", ""),
                        fields.text("problem"));
        fields.done();
        return mistake;
    }

    int line() {
        String content = files.text(told);
        int place = at.isEmpty() ? 0 : content.indexOf(at);
        if (place < 0) {
            throw new IllegalStateException(what + ": " + told + " does not say " + at);
        }
        return (int) content.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    }

    @Override
    public String toString() {
        return what;
    }
}
