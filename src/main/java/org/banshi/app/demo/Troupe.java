package org.banshi.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.banshi.app.demo.Api.Account;
import org.banshi.app.platform.StartUpException;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;

/**
 * Everything that a story is played with.
 *
 * @param home the folder that holds {@code bpmn}
 */
record Troupe(Path home, Api api, Cast cast, Clock clock, Teller teller) {

    /** A golden scenario of a service. */
    Scenario scenario(String service, String name) throws IOException {
        String file = "scenarios/" + name + ".yaml";
        Path path = home.resolve("bpmn/services").resolve(service).resolve(file);
        Findings findings = new Findings();
        Scenario scenario = new ScenarioReader(findings).read(file, Files.readAllBytes(path));
        if (!findings.isEmpty()) {
            throw new StartUpException("the demo's scenario has faults: " + findings.list());
        }
        return scenario;
    }

    /** Plays a scenario as {@code citizen}, from an empty stage to its end. */
    HttpPlayer play(String service, Scenario scenario, Account citizen) throws Exception {
        HttpPlayer player = new HttpPlayer(api, cast, clock, teller, service, scenario, citizen);
        player.clearTheStage();
        player.play(scenario, scenario.actions());
        return player;
    }
}
