package org.banshi.app.publishing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.check.PackageValidator;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.engine.RunningCases.Standing;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Tells beforehand what a new version means for the cases that run. Nothing is published, and no
 * scenario is played.
 */
public class Previews {

    private static final String PROCESS = "process.bpmn";

    private final Catalogue catalogue;
    private final PackageShelf shelf;
    private final RunningCases running;
    private final PackageValidator validator;

    Previews(Catalogue catalogue, PackageShelf shelf, RunningCases running) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.running = running;
        this.validator = new PackageValidator(catalogue.reference());
    }

    /** What publishing {@code files} as {@code service} would mean now. */
    public Preview of(String service, PackageFiles files) {
        List<Finding> findings = validator.validate(service, files);
        Optional<ServiceDefinition> current = catalogue.current(service);
        Integer now = current.map(it -> it.version().version()).orElse(null);
        List<String> changed = changed(current.map(it -> shelf.get(it.contentHash())), files);
        if (!findings.isEmpty()) {
            return new Preview(
                    service, now, null, findings, changed, running.counts(service), List.of());
        }
        byte[] process = files.find(PROCESS).orElseThrow();
        BpmnModelInstance next = model(process);
        Map<Integer, ServiceDefinition> versions = new HashMap<>();
        List<Preview.Case> cases =
                running.standing(service, Preview.MOST).stream()
                        .map(
                                it ->
                                        judged(
                                                it,
                                                versions.computeIfAbsent(
                                                        it.version(),
                                                        version -> definition(service, version)),
                                                process,
                                                next))
                        .toList();
        return new Preview(
                service,
                now,
                changed.isEmpty() ? null : now == null ? 1 : now + 1,
                findings,
                changed,
                running.counts(service),
                cases);
    }

    private ServiceDefinition definition(String service, int version) {
        return catalogue
                .find(new ServiceVersion(service, version))
                .orElseThrow(() -> new IllegalStateException("no " + service + " " + version));
    }

    private static Preview.Case judged(
            Standing standing, ServiceDefinition pinned, byte[] process, BpmnModelInstance next) {
        boolean same = Arrays.equals(pinned.process(), process);
        List<String> lacking = lacking(standing.parts(), model(pinned.process()), next);
        return new Preview.Case(
                standing.application(),
                standing.version(),
                Preview.Fate.PINNED,
                same
                        ? Preview.Process.SAME
                        : lacking.isEmpty() ? Preview.Process.HOLDS : Preview.Process.LACKS,
                standing.parts(),
                lacking);
    }

    /** Those of {@code parts} of a process that another lacks. */
    static List<String> lacking(List<String> parts, String process, String other) {
        return lacking(
                parts,
                model(process.getBytes(StandardCharsets.UTF_8)),
                model(other.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lacking(
            List<String> parts, BpmnModelInstance before, BpmnModelInstance next) {
        return parts.stream().filter(part -> !holds(part, before, next)).toList();
    }

    /** Whether the part is in both, is of the same kind, and lies in the same part. */
    private static boolean holds(String part, BpmnModelInstance before, BpmnModelInstance next) {
        ModelElementInstance old = before.getModelElementById(part);
        ModelElementInstance other = next.getModelElementById(part);
        return old != null
                && other != null
                && old.getElementType().getTypeName().equals(other.getElementType().getTypeName())
                && around(old).equals(around(other));
    }

    private static String around(ModelElementInstance part) {
        return part.getParentElement() instanceof BaseElement parent ? parent.getId() : "";
    }

    private static BpmnModelInstance model(byte[] process) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(process));
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
