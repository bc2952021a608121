package org.banshi.command.domain.invented;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.FormSchema;
import org.banshi.catalogue.Indexing;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ReceivingLimit;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** A service item that exists nowhere, put together by each test as it needs it. */
public final class InventedService implements ServiceDefinition {

    private final ServiceVersion version;
    private String family = "";
    private boolean heirs;
    private final Set<String> optional =
            new HashSet<>(Set.of("height", "monthlyIncome", "familySize", "members"));
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, String> within = new HashMap<>();
    private final Set<String> deciding = new HashSet<>();
    private final Limit receiving = new Limit(5, TermUnit.WORKING_DAYS, "invented", false);
    private boolean deemed = true;
    private boolean counted;
    private @Nullable Limit statutory;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, AutomaticStep> automatic = new LinkedHashMap<>();
    private final Map<String, Function<Map<String, @Nullable Object>, Decision>> tables =
            new LinkedHashMap<>();
    private List<ResultLine> resultLines = List.of();
    private final List<Opening> opens = new ArrayList<>();
    private final List<Indexing> reratings = new ArrayList<>();
    private final Map<String, LocalDate> asked = new HashMap<>();

    private InventedService(ServiceVersion version) {
        this.version = version;
    }

    public static InventedService lanternPermit() {
        return new InventedService(new ServiceVersion("lantern-permit", 3));
    }

    /** Its form may say these too. */
    public InventedService asking(String... fields) {
        optional.addAll(List.of(fields));
        return this;
    }

    /** Others may go on with it after a death. */
    public InventedService forHeirs() {
        heirs = true;
        return this;
    }

    @Override
    public boolean heirs() {
        return heirs;
    }

    public InventedService ofFamily(String name) {
        family = name;
        return this;
    }

    public InventedService limit(String step, int amount, TermUnit unit) {
        limits.put(step, new Limit(amount, unit, "invented", false));
        return this;
    }

    /** Marks an outcome as the decision; call it before the step is added. */
    public InventedService decides(String step, String outcome) {
        deciding.add(step + "/" + outcome);
        return this;
    }

    public InventedService neverDeemedAccepted() {
        deemed = false;
        return this;
    }

    public InventedService countedFromReceipt() {
        counted = true;
        return this;
    }

    public InventedService within(String part, String whole) {
        within.put(part, whole);
        return this;
    }

    public InventedService provisionalLimit(String step, int amount, TermUnit unit) {
        limits.put(step, new Limit(amount, unit, "invented", true));
        return this;
    }

    public InventedService statutory(int amount, TermUnit unit) {
        statutory = new Limit(amount, unit, "invented law", false);
        return this;
    }

    public InventedService step(String key, String body, String act, String... outcomes) {
        List<Step.Outcome> ways =
                List.of(outcomes).stream()
                        .map(
                                it ->
                                        new Step.Outcome(
                                                it,
                                                act,
                                                text(it),
                                                deciding.contains(key + "/" + it),
                                                Optional.empty()))
                        .toList();
        steps.put(key, new Step(key, body, text(key), text("now"), text("next"), ways));
        return this;
    }

    public InventedService automatic(String key, String act) {
        automatic.put(key, new AutomaticStep(key, act, "", Map.of()));
        return this;
    }

    /** A step for whoever did none of {@code others} last, and declares not to be concerned. */
    public InventedService apart(String key, String... others) {
        steps.computeIfPresent(
                key,
                (same, it) ->
                        new Step(
                                it.key(),
                                it.body(),
                                it.title(),
                                it.now(),
                                it.next(),
                                it.outcomes(),
                                Set.of(others),
                                true));
        return this;
    }

    public InventedService table(
            String decision, Function<Map<String, @Nullable Object>, Decision> rows) {
        tables.put(decision, rows);
        return this;
    }

    public InventedService result(String key, String from, String format) {
        resultLines = List.of(new ResultLine(key, from, text(key), format));
        return this;
    }

    public InventedService opens(Opening opening) {
        opens.add(opening);
        return this;
    }

    public InventedService rerates(Indexing rerating) {
        reratings.add(rerating);
        return this;
    }

    /** A table that goes by the date. */
    public InventedService tableByDate(
            String decision, BiFunction<LocalDate, Map<String, @Nullable Object>, Decision> rows) {
        return table(
                decision, facts -> rows.apply(Objects.requireNonNull(askedAsOf(decision)), facts));
    }

    /** The date as of which a table was asked last. */
    public @Nullable LocalDate askedAsOf(String decision) {
        return asked.get(decision);
    }

    @Override
    public ServiceVersion version() {
        return version;
    }

    @Override
    public String contentHash() {
        return "00";
    }

    @Override
    public List<Indexing> reratings() {
        return reratings;
    }

    @Override
    public List<Opening> opens() {
        return opens;
    }

    @Override
    public Text name() {
        return Text.of("花灯许可", "Lantern permit");
    }

    @Override
    public Text summary() {
        return name();
    }

    @Override
    public String family() {
        return family;
    }

    @Override
    public String category() {
        return "invented";
    }

    @Override
    public String implementationCode() {
        return "1144000000000B086H3440000000000";
    }

    @Override
    public List<String> keywords() {
        return List.of();
    }

    @Override
    public boolean offeredIn(RegionCode region) {
        return regions().stream().anyMatch(it -> it.covers(region));
    }

    @Override
    public List<RegionCode> regions() {
        return List.of(new RegionCode("440100"));
    }

    @Override
    public Text elsewhere() {
        return Text.of("请到当地办理。", "Ask where you live.");
    }

    @Override
    public int trustLevel() {
        return 3;
    }

    @Override
    public List<MaterialSpec> materials() {
        return List.of(
                new MaterialSpec("lantern-drawing", Text.of("图纸", "Drawing"), text("self"), true),
                new MaterialSpec("site-photo", Text.of("照片", "Photo"), text("self"), false),
                new MaterialSpec("fire-report", Text.of("消防报告", "Fire"), text("body"), false));
    }

    @Override
    public Text fees() {
        return Text.of("不收费", "Free of charge");
    }

    @Override
    public Text place() {
        return text("hall");
    }

    @Override
    public String consultationPhone() {
        return "12345";
    }

    @Override
    public boolean progressByQueryCode() {
        return true;
    }

    @Override
    public FormSchema form() {
        return new RequiredFields(Set.of("purpose"), optional);
    }

    @Override
    public Map<String, Step> steps() {
        return steps;
    }

    @Override
    public Map<String, AutomaticStep> automaticSteps() {
        return automatic;
    }

    @Override
    public ActWords words(String eventName) {
        return new ActWords(text("title"), text("now"), text("next"), null);
    }

    @Override
    public List<ResultLine> resultLines() {
        return resultLines;
    }

    @Override
    public Map<String, ReasonSpec> reasons() {
        return Map.of(
                "too-tall",
                new ReasonSpec(Text.of("花灯过高。", "The lantern is too tall."), "《花灯条例》第三条"));
    }

    @Override
    public String guide(String language) {
        return "";
    }

    @Override
    public byte[] process() {
        return new byte[0];
    }

    @Override
    public List<String> decisions() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public Decision decide(
            String decision,
            RegionCode region,
            LocalDate asOf,
            Map<String, @Nullable Object> facts) {
        asked.put(decision, asOf);
        Decision decided = tables.get(decision).apply(facts);
        if (decided == null) {
            throw new NoRuleException(decision);
        }
        return decided;
    }

    @Override
    public Optional<Limit> limit(String step, RegionCode region, LocalDate asOf) {
        return Optional.ofNullable(limits.get(step));
    }

    @Override
    public Optional<ReceivingLimit> receiving() {
        return Optional.of(new ReceivingLimit(receiving, deemed, counted));
    }

    @Override
    public String within(String step) {
        return within.getOrDefault(step, step);
    }

    @Override
    public Optional<Limit> statutoryLimit(RegionCode region, LocalDate asOf) {
        return Optional.ofNullable(statutory);
    }

    private static Text text(String word) {
        return Text.of(word, word);
    }
}
