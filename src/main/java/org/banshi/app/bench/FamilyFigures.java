package org.banshi.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.banshi.app.Launch;
import org.banshi.catalogue.scenario.Scenario;
import org.springframework.util.FileSystemUtils;

/**
 * Whole cases of each family beside Camunda alone on the same process. They are those that wait for
 * no day to pass: help in an emergency, a subsidy of three bodies, a first score, a mediation that
 * fails.
 */
final class FamilyFigures {

    private static final int CALLERS = 8;

    /** An item of a family, and the scenario by which its cases go. */
    private record Item(String family, String service, String scenario) {}

    private static final List<Item> ITEMS =
            List.of(
                    new Item("social", "temporary-assistance", "urgent-small-sum-by-the-street"),
                    new Item("disability", "disability-subsidy", "orphan-gets-nursing"),
                    new Item("points", "points-account", "first-score-shared"),
                    new Item("arbitration", "labour-mediation", "failed"));

    private final HikariDataSource peers;
    private final Path scratch;
    private final Path bpmn;

    /**
     * @param peers where Camunda alone keeps its tables
     */
    FamilyFigures(HikariDataSource peers, Path scratch, Path bpmn) {
        this.peers = peers;
        this.scratch = scratch;
        this.bpmn = bpmn;
    }

    /** Two lines a family, as a duel has them. */
    void measure(Duel.Plan plan, Consumer<Object> say) throws Exception {
        Path data = scratch.resolve("bpmn");
        FileSystemUtils.copyRecursively(bpmn, data);
        for (Item item : ITEMS) {
            answerEverybody(
                    data.resolve("registers"),
                    OwnCases.scenario(data, item.service(), item.scenario()));
        }
        Path home = scratch.resolve("home");
        try (Launch.Running running =
                Launch.scratch(home, Map.of("banshi.bpmn", data.toString()))) {
            for (Item item : ITEMS) {
                try (OwnCases own =
                                new OwnCases(
                                        running.context(), data, item.service(), item.scenario());
                        BareEngine bare = new BareEngine(peers, own.process(), own.words())) {
                    say.accept(
                            new Duel(
                                            "whole-cases-" + item.family(),
                                            "per-s",
                                            CALLERS,
                                            own,
                                            "bare-camunda",
                                            bare)
                                    .measure(plan));
                }
            }
        }
    }

    /** The stand-in says of everybody what the scenario says of its own people. */
    private static void answerEverybody(Path registers, Scenario scenario) throws IOException {
        for (Map.Entry<String, Scenario.Reply> reply : scenario.registers().entrySet()) {
            Map<String, Object> register = new LinkedHashMap<>();
            register.put("register", reply.getKey());
            register.put("others", reply.getValue().answer().values());
            // JSON is YAML.
            Files.writeString(
                    registers.resolve(reply.getKey() + ".yaml"),
                    new ObjectMapper().writeValueAsString(register));
        }
    }
}
