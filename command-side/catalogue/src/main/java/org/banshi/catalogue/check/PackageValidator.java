package org.banshi.catalogue.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.decision.DecisionTables;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.manifest.ManifestReader;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.source.Finding;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.JsonSource;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.XmlElement;
import org.banshi.catalogue.source.XmlSource;
import org.banshi.catalogue.source.YamlSource;

/**
 * Checks all parts of a package together. Whether its scenarios come true is not asked here: they
 * run in an engine.
 */
public final class PackageValidator {

    private interface Check {
        void check(Subject subject);
    }

    /** Those that look at each file by itself. */
    private static final List<Check> OF_FILES = List.of(FileCheck::check, FormCheck::check);

    /** Those that hold one file against another. */
    private static final List<Check> OF_THE_WHOLE =
            List.of(
                    ManifestCheck::check,
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
     * While a file cannot be read, nothing is said of how the others fit to it.
     *
     * @param service name of the item: the folder's name, its id in the BPMN and in addresses
     */
    public List<Finding> validate(String service, PackageFiles files) {
        return check(service, files, true);
    }

    /**
     * The same but for what scenarios leave out: where nothing else has to be mended, those that
     * are there can be played already.
     */
    public List<Finding> faults(String service, PackageFiles files) {
        return check(service, files, false);
    }

    private List<Finding> check(String service, PackageFiles files, boolean coverage) {
        Findings findings = new Findings();
        Set<String> unread = new TreeSet<>();
        Subject subject = read(service, files, findings, unread);
        OF_FILES.forEach(check -> check.check(subject));
        if (unread.isEmpty()) {
            OF_THE_WHOLE.forEach(check -> check.check(subject));
            if (coverage) {
                CoverageCheck.check(subject);
            }
        }
        for (String file : unread) {
            findings.add(
                    file,
                    1,
                    "while this file cannot be read, the parts are not checked together",
                    "Mend it, and check again");
        }
        return findings.list();
    }

    private Subject read(
            String service, PackageFiles files, Findings findings, Set<String> unread) {
        Manifest manifest = PackageLoader.manifest(files, findings);
        if (manifest.at().isUnread()) {
            unread.add(ManifestReader.FILE);
        }
        Map<String, Located> forms = forms(files, findings, unread);
        Optional<XmlElement> process = xml(Subject.PROCESS, files, findings, unread);
        for (String path : files.paths(PackageLoader.SCENARIOS)) {
            byte[] bytes = files.find(path).orElseThrow();
            if (YamlSource.read(path, bytes, new Findings()).isUnread()) {
                unread.add(path);
            }
        }
        List<byte[]> tables = new ArrayList<>();
        return new Subject(
                service,
                files,
                reference,
                findings,
                manifest,
                forms,
                process,
                decisions(files, findings, unread, tables),
                new DecisionTables(tables),
                PackageLoader.scenarios(files, findings));
    }

    private static Map<String, Located> forms(
            PackageFiles files, Findings findings, Set<String> unread) {
        Map<String, Located> forms = new LinkedHashMap<>();
        for (String path : files.paths("form\\.schema\\.json|tasks/[^/]+\\.schema\\.json")) {
            Located form = JsonSource.read(path, files.find(path).orElseThrow(), findings);
            forms.put(path, form);
            if (form.isUnread()) {
                unread.add(path);
            }
        }
        if (!forms.containsKey(Subject.FORM)) {
            unread.add(Subject.FORM);
        }
        return forms;
    }

    private static Optional<XmlElement> xml(
            String path, PackageFiles files, Findings findings, Set<String> unread) {
        Optional<XmlElement> root =
                files.find(path).flatMap(bytes -> XmlSource.read(path, bytes, findings));
        if (root.isEmpty()) {
            unread.add(path);
        }
        return root;
    }

    private static Map<String, DecisionSource> decisions(
            PackageFiles files, Findings findings, Set<String> unread, List<byte[]> sound) {
        Map<String, DecisionSource> decisions = new LinkedHashMap<>();
        for (String path : files.paths("[^/]+\\.dmn")) {
            byte[] bytes = files.find(path).orElseThrow();
            Optional<XmlElement> root = xml(path, files, findings, unread);
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
