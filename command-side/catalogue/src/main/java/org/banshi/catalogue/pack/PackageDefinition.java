package org.banshi.catalogue.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.Facets;
import org.banshi.catalogue.FormSchema;
import org.banshi.catalogue.Indexing;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.ReceivingLimit;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.Retention;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.catalogue.decision.DecisionTables;
import org.banshi.catalogue.form.JsonForm;
import org.banshi.catalogue.manifest.Manifest;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** A service item, read from the files of its package. */
final class PackageDefinition implements ServiceDefinition {

    /** The process's file in every package. */
    static final String PROCESS = "process.bpmn";

    /** The application form's file in every package. */
    static final String FORM = "form.schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceVersion version;
    private final PackageFiles files;
    private final Manifest manifest;
    private final ReferenceData reference;
    private final FormSchema form;
    private final Set<String> facets;
    private final Map<String, Step> steps;
    private final List<RegionCode> regions;
    private final List<RegionCode> except;
    private final DecisionTables tables;
    private final Limits limits;

    PackageDefinition(
            ServiceVersion version,
            PackageFiles files,
            Manifest manifest,
            ReferenceData reference) {
        this.version = version;
        this.files = files;
        this.manifest = manifest;
        this.reference = reference;
        this.form = form(FORM);
        this.facets = Facets.offered(form.schema());
        this.steps = readSteps();
        this.regions =
                manifest.regions().stream()
                        .map(RegionCode::new)
                        .sorted(Comparator.comparingInt(PackageDefinition::narrowness))
                        .toList();
        this.except = manifest.except().stream().map(RegionCode::new).toList();
        this.tables =
                new DecisionTables(
                        files.paths("[^/]+\\.dmn").stream()
                                .map(path -> files.find(path).orElseThrow())
                                .toList());
        this.limits = new Limits(manifest.limits(), tables);
    }

    private static int narrowness(RegionCode region) {
        return region.value().replaceFirst("(00){1,2}$", "").length();
    }

    private Map<String, Step> readSteps() {
        Map<String, Step> byKey = new LinkedHashMap<>();
        for (StepSpec spec : manifest.steps().values()) {
            List<Step.Outcome> outcomes = spec.outcomes().stream().map(this::outcome).toList();
            byKey.put(
                    spec.key(),
                    new Step(
                            spec.key(),
                            spec.body(),
                            spec.title(),
                            spec.now(),
                            spec.next(),
                            outcomes,
                            Set.copyOf(spec.apart()),
                            spec.impartial()));
        }
        return Collections.unmodifiableMap(byKey);
    }

    private Step.Outcome outcome(OutcomeSpec spec) {
        return new Step.Outcome(
                spec.key(), spec.act(), spec.label(), spec.decides(), spec.form().map(this::form));
    }

    private FormSchema form(String path) {
        try {
            return new JsonForm(JSON.readTree(files.find(path).orElse(new byte[0])));
        } catch (IOException broken) {
            throw new IllegalStateException(path + " of " + version + " is not JSON", broken);
        }
    }

    @Override
    public ServiceVersion version() {
        return version;
    }

    @Override
    public String contentHash() {
        return files.contentHash();
    }

    @Override
    public Text name() {
        return manifest.name();
    }

    @Override
    public Text summary() {
        return manifest.summary();
    }

    @Override
    public String family() {
        return manifest.family();
    }

    @Override
    public String category() {
        return manifest.category();
    }

    @Override
    public String implementationCode() {
        return manifest.implementationCode();
    }

    @Override
    public List<String> keywords() {
        return manifest.keywords();
    }

    @Override
    public boolean offeredIn(RegionCode region) {
        return regions.stream().anyMatch(offered -> offered.covers(region))
                && except.stream().noneMatch(excluded -> excluded.covers(region));
    }

    @Override
    public List<RegionCode> regions() {
        return regions;
    }

    @Override
    public Text elsewhere() {
        return manifest.elsewhere();
    }

    @Override
    public boolean heirs() {
        return manifest.heirs();
    }

    @Override
    public boolean exOfficio() {
        return manifest.exOfficio();
    }

    @Override
    public Optional<Retention> retention() {
        return manifest.retention();
    }

    @Override
    public boolean ownLoginOnly() {
        return manifest.ownLoginOnly();
    }

    @Override
    public boolean forOrganisations() {
        return manifest.item().objects().stream().anyMatch(object -> !object.equals("1"));
    }

    @Override
    public Publishing publishing() {
        return manifest.publishing();
    }

    @Override
    public int trustLevel() {
        return manifest.trustLevel();
    }

    @Override
    public List<MaterialSpec> materials() {
        return manifest.materials();
    }

    @Override
    public Text fees() {
        return manifest.fees();
    }

    @Override
    public Text place() {
        return manifest.place();
    }

    @Override
    public String consultationPhone() {
        return manifest.consultationPhone();
    }

    @Override
    public boolean progressByQueryCode() {
        return manifest.progressByQueryCode();
    }

    @Override
    public FormSchema form() {
        return form;
    }

    @Override
    public Set<String> facets() {
        return facets;
    }

    @Override
    public Map<String, Step> steps() {
        return steps;
    }

    @Override
    public Map<String, AutomaticStep> automaticSteps() {
        return manifest.automatic();
    }

    @Override
    public ActWords words(String eventName) {
        ActWords own = manifest.words().get(eventName);
        ActWords words = own == null ? reference.words().get(eventName) : own;
        if (words == null) {
            throw new IllegalArgumentException("no words for " + eventName);
        }
        return words;
    }

    @Override
    public List<ResultLine> resultLines() {
        return manifest.result();
    }

    @Override
    public Map<String, ReasonSpec> reasons() {
        return manifest.reasons();
    }

    @Override
    public Map<String, Map<String, Text>> decisionWords() {
        return manifest.decisions();
    }

    @Override
    public @Nullable Set<String> firstAt(String decision) {
        List<String> outcomes = manifest.first().get(decision);
        return outcomes == null ? null : Set.copyOf(outcomes);
    }

    @Override
    public Map<String, Text> factWords() {
        return manifest.facts();
    }

    @Override
    public Map<String, Ending> endings() {
        return manifest.endings();
    }

    @Override
    public List<Opening> opens() {
        return manifest.opens();
    }

    @Override
    public List<Indexing> reratings() {
        return manifest.reratings();
    }

    @Override
    public String guide(String language) {
        return files.text(language.startsWith("en") ? "guide.en.md" : "guide.zh.md");
    }

    @Override
    public byte[] process() {
        return files.find(PROCESS).orElseThrow();
    }

    @Override
    public List<String> decisions() {
        return tables.names();
    }

    @Override
    public Decision decide(
            String decision,
            RegionCode region,
            LocalDate asOf,
            Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>(facts);
        inputs.put("region", region.value());
        inputs.put("day", asOf.toString());
        return tables.decide(decision, inputs);
    }

    @Override
    public Optional<Limit> limit(String step, RegionCode region, LocalDate asOf) {
        return limits.find(step, region, asOf);
    }

    @Override
    public Optional<ReceivingLimit> receiving() {
        return manifest.limits().receiving();
    }

    @Override
    public String within(String step) {
        return manifest.limits().within().getOrDefault(step, step);
    }

    @Override
    public Optional<Limit> statutoryLimit(RegionCode region, LocalDate asOf) {
        return limits.statutory(region, asOf);
    }
}
