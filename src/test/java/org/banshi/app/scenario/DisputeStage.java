package org.banshi.app.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.task.TaskCompletion;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Disputes on the real bus, engine and log: how they are filed, and played as far as a test goes.
 */
abstract class DisputeStage {

    static final String SERVICE = "labour-arbitration";
    private static final Map<String, PackageFiles> PACKAGES = Shipped.packages();

    @Autowired CommandGateway commands;
    @Autowired Catalogue catalogue;
    @Autowired Stage stage;
    @Autowired StageClock clock;
    @Autowired private TaskCompletion completion;
    @Autowired EventLog log;

    /** Of the item that is played. */
    ServiceVersion version;

    @BeforeEach
    void findTheItem() {
        version = catalogue.current(SERVICE).orElseThrow().version();
    }

    static Map<String, Object> claim(String kind, String since) {
        return Map.of("kind", kind, "since", since, "amount", 8000, "grounds", "拖欠");
    }

    ApplicationId file(String day, Map<String, ?> changes) throws Exception {
        return filing(day, changes).application();
    }

    GoldenPlayer filing(String day, Map<String, ?> changes) throws Exception {
        Scenario scenario = scenario("award-on-its-last-days");
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        Map<String, Object> form = new HashMap<>(apply.form().values());
        form.put(
                "claims",
                List.of(
                        Map.of(
                                "kind",
                                "PAY",
                                "since",
                                "2022-01-01",
                                "amount",
                                8000,
                                "grounds",
                                "拖欠")));
        form.putAll(changes);
        clock.set(Instant.parse(day + "T01:00:00Z"));
        GoldenPlayer player = player(scenario);
        player.apply(new Action.Apply(new FormData(form), apply.materials()));
        return player;
    }

    /** The same, about something that happened on another day: another dispute. */
    static Scenario moved(Scenario scenario, String since) {
        return claiming(scenario, List.of(claim("PAY", since)));
    }

    static Scenario claiming(Scenario scenario, List<Map<String, Object>> claims) {
        List<Action> actions = new ArrayList<>(scenario.actions());
        Action.Apply apply = (Action.Apply) actions.get(0);
        Map<String, Object> form = new HashMap<>(apply.form().values());
        form.put("claims", claims);
        actions.set(0, new Action.Apply(new FormData(form), apply.materials()));
        return like(scenario, scenario.applicant(), actions);
    }

    static Scenario withoutPhone(Scenario scenario) {
        Applicant applicant = scenario.applicant();
        return like(
                scenario,
                new Applicant(applicant.name(), applicant.identityNumber(), "", null),
                scenario.actions());
    }

    static Scenario like(Scenario scenario, Applicant applicant, List<Action> actions) {
        return new Scenario(
                scenario.file(),
                scenario.title(),
                scenario.clock(),
                scenario.region(),
                applicant,
                scenario.benefits(),
                scenario.spared(),
                scenario.registers(),
                actions,
                scenario.expect());
    }

    GoldenPlayer play(Scenario scenario, int actions) throws Exception {
        clock.set(scenario.clock());
        GoldenPlayer player = player(scenario);
        player.play(scenario, scenario.actions().subList(0, actions));
        return player;
    }

    GoldenPlayer player(Scenario scenario) {
        return new GoldenPlayer(
                commands,
                completion,
                catalogue,
                stage,
                clock,
                version,
                "labour-arbitration",
                scenario,
                false);
    }

    static int indexOf(String step, Scenario scenario) {
        for (int i = 0; i < scenario.actions().size(); i++) {
            if (scenario.actions().get(i) instanceof Action.Complete task
                    && task.step().equals(step)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no step " + step);
    }

    static Scenario scenario(String name) {
        return scenario(SERVICE, name);
    }

    static Scenario scenario(String service, String name) {
        String path = "scenarios/" + name + ".yaml";
        PackageFiles files = PACKAGES.get(service);
        return new ScenarioReader(new Findings()).read(path, files.find(path).orElseThrow());
    }

    String outcome(ApplicationId application, String decision) {
        return events(application, RuleDecided.class).stream()
                .filter(decided -> decided.decision().equals(decision))
                .map(RuleDecided::outcome)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    <E extends Event> List<E> events(ApplicationId application, Class<E> type) {
        return log.readStream(application.value()).stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
