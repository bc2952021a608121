package org.banshi.process.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.FormSchema;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;

/** An invented service, so that the engine can't learn a real one: a stall on the market. */
public final class MarketStall {

    public static final String SERVICE = "market-stall";

    private static final Map<String, Step> STEPS =
            Map.of(
                    "check-papers",
                    step(
                            "check-papers",
                            "town",
                            outcome("accept", "acceptance", Optional.empty()),
                            outcome("refuse", "acceptance", Optional.of(new Reason())),
                            outcome("supplement", "acceptance", Optional.of(new Reason()))),
                    "decide-stall",
                    step("decide-stall", "county", outcome("grant", "step", Optional.empty())));

    private static final Map<String, AutomaticStep> AUTOMATIC =
            byKey(
                    new AutomaticStep("fee", "rule", "", Map.of("decision", "stallFee")),
                    new AutomaticStep(
                            "ask-trade",
                            "register",
                            "",
                            Map.of("question", "trade", "register", "trade")),
                    new AutomaticStep("show", "social.public-notice", "", Map.of()),
                    new AutomaticStep("grant", "conclusion", "approve", Map.of()),
                    new AutomaticStep(
                            "tell",
                            "delivery",
                            "",
                            Map.of("document", "decision", "channel", "TEXT_MESSAGE")));

    private MarketStall() {}

    /** What the engine asks of a definition; the rest is not there. */
    public static ServiceDefinition version(int version) {
        Map<String, Object> answers =
                Map.of(
                        "version",
                        new ServiceVersion(SERVICE, version),
                        "contentHash",
                        "%064d".formatted(version),
                        "implementationCode",
                        "114401060000000000X4000000000001",
                        "process",
                        bpmn(),
                        "steps",
                        STEPS,
                        "automaticSteps",
                        AUTOMATIC,
                        "opens",
                        List.of());
        return (ServiceDefinition)
                Proxy.newProxyInstance(
                        MarketStall.class.getClassLoader(),
                        new Class<?>[] {ServiceDefinition.class},
                        (proxy, method, arguments) ->
                                Objects.requireNonNull(
                                        answers.get(method.getName()), method::getName));
    }

    private static Map<String, AutomaticStep> byKey(AutomaticStep... steps) {
        return Arrays.stream(steps)
                .collect(Collectors.toMap(AutomaticStep::key, Function.identity()));
    }

    private static Step step(String key, String body, Step.Outcome... outcomes) {
        Text words = new Text(key, key);
        return new Step(key, body, words, words, words, List.of(outcomes));
    }

    private static Step.Outcome outcome(String key, String act, Optional<FormSchema> form) {
        return new Step.Outcome(key, act, new Text(key, key), false, form);
    }

    private static byte[] bpmn() {
        try (InputStream in = MarketStall.class.getResourceAsStream("/market-stall/process.bpmn")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form that asks for a reason. */
    private record Reason() implements FormSchema {

        @Override
        public List<FieldError> validate(FormData data) {
            return data.values().containsKey("reason")
                    ? List.of()
                    : List.of(new FieldError("/reason", "required", new Text("请说明理由", "Say why")));
        }

        @Override
        public JsonNode schema() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
