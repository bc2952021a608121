package org.banshi.query.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.FormSchema;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ReceivingLimit;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** An invented service item whose every text names what it belongs to. */
record FakeService(ServiceVersion version, boolean progressByQueryCode, RegionCode offered)
        implements ServiceDefinition {

    static final FakeService GRANT =
            new FakeService(
                    new ServiceVersion("invented-grant", 1), true, new RegionCode("440000"));

    static Text text(String what) {
        return Text.of("中:" + what, "en:" + what);
    }

    @Override
    public String contentHash() {
        return "0";
    }

    @Override
    public Text name() {
        return text(version.service());
    }

    @Override
    public Text summary() {
        return Text.of("给有需要的人", "For those in need");
    }

    @Override
    public String family() {
        return "";
    }

    @Override
    public String category() {
        return "welfare";
    }

    @Override
    public String implementationCode() {
        return "";
    }

    @Override
    public List<String> keywords() {
        return List.of("困难", "Help");
    }

    @Override
    public boolean offeredIn(RegionCode region) {
        return offered.covers(region);
    }

    @Override
    public List<RegionCode> regions() {
        return List.of(offered);
    }

    @Override
    public Text elsewhere() {
        return text("elsewhere");
    }

    @Override
    public int trustLevel() {
        return 2;
    }

    @Override
    public List<MaterialSpec> materials() {
        return List.of();
    }

    @Override
    public Text fees() {
        return text("fees");
    }

    @Override
    public Text place() {
        return text("place");
    }

    @Override
    public String consultationPhone() {
        return "12345";
    }

    @Override
    public Set<String> facets() {
        return Set.of("kind");
    }

    @Override
    public @Nullable Set<String> firstAt(String decision) {
        return decision.equals("grouping") ? Set.of("collective") : null;
    }

    @Override
    public FormSchema form() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Step> steps() {
        return Map.of("review", step("review", "town"), "confirm", step("confirm", "county"));
    }

    private static Step step(String key, String body) {
        return new Step(
                key,
                body,
                text(key + ".title"),
                text(key + ".now"),
                text(key + ".next"),
                List.of(
                        new Step.Outcome(
                                "accept", "step", text(key + ".accept"), false, Optional.empty())));
    }

    @Override
    public Map<String, Ending> endings() {
        return Map.of("review/parted", ending("parted"), "application.withdrawn", ending("left"));
    }

    @Override
    public Map<String, Map<String, Text>> decisionWords() {
        return Map.of("amount", Map.of("granted", text("amount.granted")));
    }

    private static Ending ending(String how) {
        return new Ending(text(how + ".status"), text(how + ".now"), text(how + ".next"));
    }

    @Override
    public Map<String, AutomaticStep> automaticSteps() {
        return Map.of();
    }

    @Override
    public ActWords words(String eventName) {
        return new ActWords(
                text(eventName + ".title"),
                text(eventName + ".now"),
                text(eventName + ".next"),
                null);
    }

    @Override
    public List<ResultLine> resultLines() {
        return List.of(
                new ResultLine("monthlyAmount", "amount.monthly", text("amount"), "money"),
                new ResultLine("firstMonth", "confirmed.firstMonth", text("month"), "month"));
    }

    @Override
    public Map<String, ReasonSpec> reasons() {
        return Map.of("too-high", new ReasonSpec(text("too-high"), "第一条"));
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
        return List.of("amount");
    }

    @Override
    public Decision decide(
            String decision,
            RegionCode region,
            LocalDate asOf,
            Map<String, @Nullable Object> facts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Limit> limit(String step, RegionCode region, LocalDate asOf) {
        return Optional.empty();
    }

    @Override
    public Optional<ReceivingLimit> receiving() {
        return Optional.empty();
    }

    @Override
    public String within(String step) {
        return step;
    }

    @Override
    public Optional<Limit> statutoryLimit(RegionCode region, LocalDate asOf) {
        return Optional.empty();
    }
}
