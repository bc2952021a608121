package org.banshi.app.publishing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.check.PackageValidator;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.engine.RunningCases.Standing;
import org.banshi.process.version.Fate;
import org.banshi.process.version.Places;

/**
 * Tells beforehand what a new version means for the cases that run. Nothing is published, and no
 * scenario is played.
 */
public class Previews {

    private final Catalogue catalogue;
    private final PackageShelf shelf;
    private final RunningCases running;
    private final PackageValidator validator;
    private final PackageLoader loader;

    Previews(Catalogue catalogue, PackageShelf shelf, RunningCases running) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.running = running;
        this.validator = new PackageValidator(catalogue.reference());
        this.loader = new PackageLoader(catalogue.reference());
    }

    /** What publishing {@code files} as {@code service} would mean now. */
    public Preview of(String service, PackageFiles files) {
        List<Finding> findings = validator.validate(service, files);
        Optional<ServiceDefinition> current = catalogue.current(service);
        Integer now = current.map(it -> it.version().version()).orElse(null);
        List<String> changed = changed(current.map(it -> shelf.get(it.contentHash())), files);
        if (!findings.isEmpty()) {
            return new Preview(
                    service,
                    now,
                    null,
                    findings,
                    changed,
                    running.counts(service),
                    Running.PINNED,
                    List.of(),
                    List.of());
        }
        int number = catalogue.versions(service).size() + 1;
        ServiceDefinition next = loader.load(new ServiceVersion(service, number), files);
        // Many cases stand in few places.
        Map<Where, Judged> known = new HashMap<>();
        Function<Where, Judged> judged =
                where -> known.computeIfAbsent(where, it -> judged(service, it, next));
        return new Preview(
                service,
                now,
                changed.isEmpty() ? null : number,
                findings,
                changed,
                running.counts(service),
                next.publishing().running(),
                running.groups(service, Preview.MOST).stream()
                        .map(it -> group(it, judged.apply(new Where(it.version(), it.parts()))))
                        .toList(),
                running.standing(service, Preview.MOST).stream()
                        .map(it -> one(it, judged.apply(new Where(it.version(), it.parts()))))
                        .toList());
    }

    private record Where(int version, List<String> parts) {}

    private record Judged(Fate fate, Preview.Process process, List<String> lacking) {}

    private Judged judged(String service, Where where, ServiceDefinition next) {
        ServiceDefinition pinned =
                catalogue
                        .find(new ServiceVersion(service, where.version()))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no " + service + " " + where.version()));
        List<String> lacking =
                Places.of(pinned.process()).lackingIn(Places.of(next.process()), where.parts());
        boolean same = Arrays.equals(pinned.process(), next.process());
        return new Judged(
                Fate.of(pinned, next, where.parts(), false),
                same
                        ? Preview.Process.SAME
                        : lacking.isEmpty() ? Preview.Process.HOLDS : Preview.Process.LACKS,
                lacking);
    }

    private static Preview.Group group(RunningCases.Group group, Judged judged) {
        return new Preview.Group(
                group.version(),
                group.parts(),
                group.cases(),
                judged.fate().policy(),
                judged.fate().reason());
    }

    private static Preview.Case one(Standing standing, Judged judged) {
        return new Preview.Case(
                standing.application(),
                standing.version(),
                judged.fate().policy(),
                judged.fate().reason(),
                judged.process(),
                standing.parts(),
                judged.lacking());
    }

    private static List<String> changed(Optional<PackageFiles> before, PackageFiles files) {
        TreeSet<String> paths = new TreeSet<>(files.paths());
        before.ifPresent(it -> paths.addAll(it.paths()));
        return paths.stream()
                .filter(
                        path ->
                                !Arrays.equals(
                                        before.flatMap(it -> it.find(path)).orElse(null),
                                        files.find(path).orElse(null)))
                .toList();
    }
}
