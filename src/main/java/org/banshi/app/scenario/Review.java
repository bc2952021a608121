package org.banshi.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Expectation;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.policy.WhenGrantedThenOpen;
import org.banshi.query.projection.progress.Endings;
import org.jspecify.annotations.Nullable;

/** Compares what a scenario led to with what it says it leads to. */
final class Review {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    // 18000.00 stays what it is, instead of 1.8E+4.
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final EventLog log;
    private final Stage stage;
    private final ServiceDefinition service;
    private final Subscriptions readers;

    Review(EventLog log, Stage stage, ServiceDefinition service, Subscriptions readers) {
        this.log = log;
        this.stage = stage;
        this.service = service;
        this.readers = readers;
    }

    /**
     * Tells what is not as the scenario says.
     *
     * @return ids of the BPMN activities that the case went through
     */
    Set<String> of(
            Scenario scenario, ApplicationId application, long before, Differences differences) {
        Expectation expected = scenario.expect();
        List<Recorded> story = log.readStream(application.value());
        differences.list("events", expected.events(), story.stream().map(Recorded::name).toList());
        expected.dates()
                .forEach(
                        (path, day) ->
                                differences.value(path, day, value(story, path), "dates", path));
        differences.list(
                "open", expected.open().stream().sorted().toList(), stage.open(application));
        ApplicationEvent.Concluded concluded = conclusion(story);
        differences.value(
                "conclusion",
                expected.conclusion(),
                concluded == null ? null : concluded.conclusion(),
                "conclusion");
        differences.value(
                "ending", expected.ending(), Endings.of(story, service).orElse(null), "ending");
        expected.result()
                .forEach(
                        (key, value) ->
                                differences.value(
                                        "result " + key,
                                        value,
                                        concluded == null
                                                ? null
                                                : concluded.result().values().get(key),
                                        "result",
                                        key));
        opened(expected, application, differences);
        benefit(scenario, differences);
        parked(before, differences);
        Set<String> visited = visited(application, before);
        for (String id : expected.path()) {
            if (!visited.contains(id)) {
                differences.expectation("path: the case never came to " + id, "path");
            }
        }
        return visited;
    }

    private void opened(Expectation expected, ApplicationId application, Differences differences) {
        if (expected.opened().isEmpty()) {
            return;
        }
        List<Recorded> story = log.readStream(WhenGrantedThenOpen.idOf(application, 1));
        if (story.isEmpty()) {
            differences.expectation("opened: nothing began", "opened");
            return;
        }
        Recorded first = story.get(0);
        JsonNode event = JSON.valueToTree(first.event());
        expected.opened()
                .forEach(
                        (path, value) ->
                                differences.value(
                                        "opened " + path,
                                        value,
                                        path.equals("event") ? first.name() : at(event, path),
                                        "opened",
                                        path));
    }

    private void benefit(Scenario scenario, Differences differences) {
        List<String> expected = scenario.expect().benefit();
        if (!expected.isEmpty()) {
            String id = scenario.benefits().get(0).id();
            differences.list(
                    "benefit", expected, log.readStream(id).stream().map(Recorded::name).toList());
        }
    }

    /**
     * Something that followed was refused, of this case or of what an earlier one left behind: in
     * earnest an operator would have to look.
     */
    private void parked(long before, Differences differences) {
        for (String reader : Stage.READERS) {
            readers.parked(reader).stream()
                    .filter(it -> it.position() > before)
                    .forEach(
                            it ->
                                    differences.expectation(
                                            "after "
                                                    + it.event()
                                                    + " something failed ("
                                                    + it.subscription()
                                                    + "): "
                                                    + it.failure()));
        }
    }

    private static String at(JsonNode event, String path) {
        JsonNode node = event;
        for (String step : path.split("\\.")) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node.asText("nothing");
    }

    private static ApplicationEvent.@Nullable Concluded conclusion(List<Recorded> story) {
        return story.stream()
                .map(Recorded::event)
                .filter(ApplicationEvent.Concluded.class::isInstance)
                .map(ApplicationEvent.Concluded.class::cast)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** The value at {@code <event>#<nth>.<path>}. */
    private static String value(List<Recorded> story, String path) {
        int hash = path.indexOf('#');
        int dot = path.indexOf('.', hash);
        String name = path.substring(0, hash);
        int nth = Integer.parseInt(path.substring(hash + 1, dot));
        List<Recorded> named = story.stream().filter(r -> r.name().equals(name)).toList();
        if (named.size() < nth) {
            return "no such event";
        }
        return at(JSON.valueToTree(named.get(nth - 1).event()), path.substring(dot + 1));
    }

    private Set<String> visited(ApplicationId application, long before) {
        Set<String> visited = new LinkedHashSet<>();
        long position = before;
        List<Recorded> page = log.read(position, 1_000);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                if (recorded.event() instanceof EngineEvent.Step step
                        && step.application().equals(application)) {
                    step.moves().stream()
                            .map(EngineEvent.Move::activity)
                            .filter(java.util.Objects::nonNull)
                            .forEach(visited::add);
                }
            }
            position = page.get(page.size() - 1).position();
            page = log.read(position, 1_000);
        }
        return visited;
    }
}
