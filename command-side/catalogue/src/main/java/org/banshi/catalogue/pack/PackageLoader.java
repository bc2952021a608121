package org.banshi.catalogue.pack;

import java.util.List;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.manifest.ManifestReader;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.ServiceVersion;

/**
 * Turns the files of a package into a definition. Quick: forms, tables and process are read when
 * first used. Whether the parts fit together is {@link
 * org.banshi.catalogue.check.PackageValidator}'s question, answered once before publishing.
 */
public final class PackageLoader {

    /** Where a package's scenarios lie. */
    public static final String SCENARIOS = "scenarios/[^/]+\\.yaml";

    private final ReferenceData reference;

    public PackageLoader(ReferenceData reference) {
        this.reference = reference;
    }

    /**
     * The definition of one version.
     *
     * @throws InvalidPackageException when {@code service.yaml} cannot be read
     */
    public ServiceDefinition load(ServiceVersion version, PackageFiles files) {
        Findings findings = new Findings();
        Manifest manifest = manifest(files, findings);
        refuse(version.service(), findings);
        return new PackageDefinition(version, files, manifest, reference);
    }

    /**
     * The package's golden scenarios, by file.
     *
     * @throws InvalidPackageException when one cannot be read
     */
    public List<Scenario> scenarios(String service, PackageFiles files) {
        Findings findings = new Findings();
        List<Scenario> scenarios = scenarios(files, findings);
        refuse(service, findings);
        return scenarios;
    }

    /** What {@code service.yaml} says; whatever is wrong becomes a finding. */
    public static Manifest manifest(PackageFiles files, Findings findings) {
        return files.find(ManifestReader.FILE)
                .map(bytes -> ManifestReader.read(bytes, findings))
                .orElseGet(() -> ManifestReader.missing(findings));
    }

    /** The scenarios; whatever is wrong becomes a finding. */
    public static List<Scenario> scenarios(PackageFiles files, Findings findings) {
        ScenarioReader reader = new ScenarioReader(findings);
        return files.paths(SCENARIOS).stream()
                .map(file -> reader.read(file, files.find(file).orElseThrow()))
                .toList();
    }

    private static void refuse(String service, Findings findings) {
        if (!findings.isEmpty()) {
            throw new InvalidPackageException(service, findings.list());
        }
    }
}
