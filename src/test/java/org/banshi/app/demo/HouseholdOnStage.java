package org.banshi.app.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;

/** Li Mei's household applies for the minimum living allowance, over HTTP, as far as is wanted. */
public final class HouseholdOnStage {

    private static final String SERVICE = "minimum-living-allowance";
    private static final Path SCENARIO =
            Path.of(
                    "../bpmn/services",
                    SERVICE,
                    "scenarios/guangzhou-approved-after-supplement.yaml");

    private final Scenario scenario;
    private final HttpPlayer player;
    private int played;

    private HouseholdOnStage(Scenario scenario, HttpPlayer player) {
        this.scenario = scenario;
        this.player = player;
    }

    /** On the application that listens on a port; a case that was left open there is withdrawn. */
    public static HouseholdOnStage on(int port) throws Exception {
        Api api = new Api(URI.create("http://localhost:" + port));
        Cast cast = new Cast(Path.of("../bpmn/demo/people.yaml"));
        Scenario scenario =
                new ScenarioReader(new Findings())
                        .read(SCENARIO.toString(), Files.readAllBytes(SCENARIO));
        HttpPlayer player =
                new HttpPlayer(
                        api,
                        cast,
                        new Clock(api.as(cast.withRole("OPERATOR"))),
                        new Teller(System.out, true),
                        SERVICE,
                        scenario,
                        cast.account("li-mei"));
        player.clearTheStage();
        return new HouseholdOnStage(scenario, player);
    }

    /** Goes on until a step's turn comes, which is left to the caller. */
    public void playUntil(String step) throws Exception {
        List<Action> actions = scenario.actions();
        int first = played;
        while (!(actions.get(played) instanceof Action.Complete next && next.step().equals(step))) {
            played++;
        }
        player.play(scenario, actions.subList(first, played));
    }

    /** The case's number. */
    public String number() throws SurpriseException {
        return player.progress().path("number").asText();
    }
}
