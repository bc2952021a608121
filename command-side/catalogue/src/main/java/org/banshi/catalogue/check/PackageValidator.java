package org.banshi.catalogue.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.decision.DecisionTables;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.source.Finding;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.JsonSource;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.XmlElement;
import org.banshi.catalogue.source.XmlSource;

/**
 * Checks all parts of a package together. Whether its scenarios come true is not asked here: they
 * run in an engine.
 */
public final class PackageValidator {

    private interface Check {
        void check(Subject subject);
    }

    private static final List<Check> CHECKS =
            List.of(
                    FileCheck::check,
                    ManifestCheck::check,
                    FormCheck::check,
                    ActCheck::check,
                    OpeningCheck::check,
                    WordCheck::check,
                    DecisionCheck::check,
                    DecisionWordCheck::check,
                    FactWordCheck::check,
                    ProcessCheck::check,
                    FlowCheck::check,
                    PublishingCheck::check,
                    LimitCheck::check,
                    EndingCheck::check,
                    ScenarioCheck::check);

    private final ReferenceData reference;

    public PackageValidator(ReferenceData reference) {
        this.reference = reference;
    }

    /**
     * Everything that has to be mended before the package can be published; empty when nothing has.
     *
     * @param service name of the item: the folder's name, its id in the BPMN and in addresses
     */
    public List<Finding> validate(String service, PackageFiles files) {
        Findings findings = new Findings();
        Subject subject = read(service, files, findings);
        CHECKS.forEach(check -> check.check(subject));
        return findings.list();
    }

    private Subject read(String service, PackageFiles files, Findings findings) {
        Manifest manifest = PackageLoader.manifest(files, findings);
        Map<String, Located> forms = new LinkedHashMap<>();
        for (String path : files.paths("form\\.schema\\.json|tasks/[^/]+\\.schema\\.json")) {
            forms.put(path, JsonSource.read(path, files.find(path).orElseThrow(), findings));
        }
        Optional<XmlElement> process =
                files.find(Subject.PROCESS)
                        .flatMap(bytes -> XmlSource.read(Subject.PROCESS, bytes, findings));
        List<byte[]> tables = new ArrayList<>();
        return new Subject(
                service,
                files,
                reference,
                findings,
                manifest,
                forms,
                process,
                decisions(files, findings, tables),
                new DecisionTables(tables),
                PackageLoader.scenarios(files, findings));
    }

    private static Map<String, DecisionSource> decisions(
            PackageFiles files, Findings findings, List<byte[]> sound) {
        Map<String, DecisionSource> decisions = new LinkedHashMap<>();
        for (String path : files.paths("[^/]+\\.dmn")) {
            byte[] bytes = files.find(path).orElseThrow();
            Optional<XmlElement> root = XmlSource.read(path, bytes, findings);
            if (root.isPresent() && DecisionCheck.isSound(path, bytes, root.get(), findings)) {
                sound.add(bytes);
            }
            root.stream()
                    .flatMap(definitions -> DecisionSource.in(definitions).stream())
                    .forEach(
                            decision -> {
                                if (decisions.putIfAbsent(decision.id(), decision) != null) {
                                    findings.add(
                                            decision.element(),
                                            "decision " + decision.id() + " is there twice",
                                            "Give one of them another id");
                                }
                            });
        }
        return decisions;
    }
}
