package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.banshi.app.demo.Api.Account;
import org.banshi.app.demo.Api.Caller;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;

/**
 * A town in which every page has something to show: people of the crowd and the demo's own, whose
 * cases stand at every stage. Played over HTTP.
 */
public final class TownOnStage {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALLOWANCE = SocialStory.SERVICE;
    private static final String CERTIFICATE = "disability-certificate";

    private final Troupe troupe;
    private final int first = 1 + ThreadLocalRandom.current().nextInt(90_000);
    private final Map<String, String> told = new TreeMap<>();

    private TownOnStage(Troupe troupe) {
        this.troupe = troupe;
    }

    /**
     * Plays it on the application that listens on a port; where to find what, by name.
     *
     * @return what stands in braces in the catalogue's addresses and accounts
     */
    public static Map<String, String> on(int port) throws Exception {
        Path home = Path.of("..");
        Api api = new Api(URI.create("http://localhost:" + port));
        Cast cast = new Cast(home.resolve("bpmn/demo/people.yaml"));
        TownOnStage town =
                new TownOnStage(
                        new Troupe(
                                home,
                                api,
                                cast,
                                new Clock(api.as(cast.withRole("OPERATOR"))),
                                new Teller(System.out, true)));
        town.play();
        return town.told;
    }

    /** What moves the clock comes first, so that nothing runs out while the pages are looked at. */
    private void play() throws Exception {
        points();
        dispute();
        certificate();
        allowance();
        assessmentTold();
        onNotice();
        waitingForPapers();
        waitingForVisit();
        somebody("applicant");
        somebody("coded");
    }

    private void points() throws Exception {
        new PointsStory().tell(troupe);
        JsonNode account =
                troupe.api().as(troupe.cast().account("zhao-ning")).get("/api/v1/points/account");
        told.put("points", account.path("person").asText());
        told.put("round", account.path("standings").path(0).path("round").asText());
    }

    private void dispute() throws Exception {
        new ArbitrationStory().tell(troupe);
        told.put("dispute", newest("zhou-fu", "labour-arbitration"));
    }

    private void certificate() throws Exception {
        Account holder = somebody("holder");
        troupe.play(CERTIFICATE, troupe.scenario(CERTIFICATE, "approved-after-notice"), holder)
                .ending();
        JsonNode certificate =
                Waiting.until(
                        PATIENCE,
                        "the certificate",
                        () ->
                                Optional.ofNullable(
                                        troupe.api()
                                                .as(holder)
                                                .get("/api/v1/certificates")
                                                .get(0)));
        told.put("certificate", certificate.path("certificate").asText());
    }

    /**
     * The answers and papers with which a household applies, for whoever begins it on the pages.
     */
    public static Action.Apply application() throws Exception {
        Path file =
                Path.of("../bpmn/services", ALLOWANCE, "scenarios", SocialStory.APPROVED + ".yaml");
        Scenario scenario =
                new ScenarioReader(new Findings()).read(file.toString(), Files.readAllBytes(file));
        return (Action.Apply) scenario.actions().get(0);
    }

    private void allowance() throws Exception {
        Account household = somebody("household");
        Scenario scenario = troupe.scenario(ALLOWANCE, SocialStory.APPROVED);
        HttpPlayer player = player(ALLOWANCE, scenario, household);
        player.play(scenario, withoutLast(scenario.actions()));
        player.ending();
        told.put("ended", player.progress().path("number").asText());
        JsonNode benefit =
                Waiting.until(
                        PATIENCE,
                        "the allowance",
                        () ->
                                Optional.ofNullable(
                                        troupe.api().as(household).get("/api/v1/benefits").get(0)));
        told.put("benefit", benefit.path("benefit").asText());
    }

    private static List<Action> withoutLast(List<Action> actions) {
        return actions.subList(0, actions.size() - 1);
    }

    private void assessmentTold() throws Exception {
        until(
                "assessed",
                CERTIFICATE,
                "disputed-up-to-the-province",
                action -> action instanceof Action.Answer);
    }

    private void onNotice() throws Exception {
        until("noticed", ALLOWANCE, SocialStory.APPROVED, action -> at(action, "send-up"));
    }

    private void waitingForPapers() throws Exception {
        until(
                "asked",
                ALLOWANCE,
                SocialStory.APPROVED,
                action -> action instanceof Action.Supplement);
    }

    private void waitingForVisit() throws Exception {
        until("visited", ALLOWANCE, SocialStory.APPROVED, action -> at(action, "home-visit"));
        Caller auditor = troupe.api().as(troupe.cast().withRole("AUDITOR"));
        JsonNode task =
                Waiting.until(
                        PATIENCE,
                        "the visit",
                        () ->
                                Optional.ofNullable(
                                        auditor.get(
                                                        "/api/v1/tasks?view=available&step=home-visit&q="
                                                                + told.get("visited"))
                                                .path("rows")
                                                .get(0)));
        told.put("task", task.path("workItem").asText());
        Account applicant =
                new Account(told.get("visited-person"), troupe.cast().account("li-mei").password());
        told.put(
                "visited-paper",
                troupe.api()
                        .as(applicant)
                        .get("/api/v1/applications/" + told.get("visited") + "/materials")
                        .path(0)
                        .path("id")
                        .asText());
    }

    private static boolean at(Action action, String step) {
        return action instanceof Action.Complete next && next.step().equals(step);
    }

    private interface Stop {
        boolean before(Action action);
    }

    /** Somebody's case as far as an act that is left out; its number and person are told. */
    private void until(String name, String service, String story, Stop stop) throws Exception {
        Scenario scenario = troupe.scenario(service, story);
        HttpPlayer player = player(service, scenario, somebody(name + "-person"));
        List<Action> actions = scenario.actions();
        int end = 0;
        while (!stop.before(actions.get(end))) {
            end++;
        }
        player.play(scenario, actions.subList(0, end));
        told.put(name, player.progress().path("number").asText());
    }

    private HttpPlayer player(String service, Scenario scenario, Account citizen)
            throws SurpriseException {
        return new HttpPlayer(
                troupe.api(),
                troupe.cast(),
                troupe.clock(),
                troupe.teller(),
                service,
                scenario,
                citizen);
    }

    /** Somebody of the crowd who has nothing yet. */
    private Account somebody(String name) throws SurpriseException {
        Account somebody =
                new Account(
                        "citizen-%06d".formatted(first + told.size()),
                        troupe.cast().account("li-mei").password());
        told.put(name, somebody.account());
        return somebody;
    }

    private String newest(String account, String service) throws SurpriseException {
        Caller caller = troupe.api().as(troupe.cast().account(account));
        for (JsonNode row : caller.get("/api/v1/applications?limit=50").path("rows")) {
            if (row.path("service").asText(service).equals(service)) {
                return row.path("number").asText();
            }
        }
        throw new SurpriseException(account + " has no case of " + service);
    }
}
