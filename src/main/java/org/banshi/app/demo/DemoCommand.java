package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.platform.WebPort;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;

/**
 * Drives a running server from application to decision, and tells what happens; the first surprise
 * ends it.
 */
public final class DemoCommand implements Subcommand {

    private static final String SERVICE = "minimum-living-allowance";
    private static final String APPROVED = "guangzhou-approved-after-supplement";
    private static final String REJECTED = "guangzhou-rejected-beyond-limits";
    private static final String WITHDRAWN = "withdrawn-before-visit";
    private static final String TERMINATED = "terminated-without-cooperation";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "play a household's case over HTTP; --cases N plays many at once";
    }

    @Override
    public int run(List<String> arguments) {
        int cases = cases(arguments);
        int port = Launch.port();
        Api api = new Api(URI.create("http://localhost:" + port));
        if (api.answers()) {
            return play(api, cases);
        }
        WebPort.require(port);
        System.out.println("Nobody listens on port " + port + ": starting an instance ...");
        Launch.Running running = Launch.start(port, Launch.data());
        try {
            return play(api, cases);
        } finally {
            running.close();
        }
    }

    private static int play(Api api, int cases) {
        Path home = Launch.home();
        try {
            Cast cast = new Cast(home.resolve("bpmn/demo/people.yaml"));
            Clock clock = new Clock(api.as(cast.withRole("OPERATOR")));
            if (cases == 0) {
                tell(home, api, cast, clock);
            } else {
                new Crowd(
                                api,
                                cast,
                                clock,
                                SERVICE,
                                story(home, APPROVED),
                                story(home, REJECTED),
                                story(home, WITHDRAWN),
                                story(home, TERMINATED))
                        .play(cases, System.out);
            }
            return 0;
        } catch (SurpriseException surprise) {
            System.err.println("banshi demo: " + surprise.getMessage());
            return 1;
        } catch (IOException unreadable) {
            throw new StartUpException(
                    "cannot read the demo's scenario: " + unreadable, unreadable);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int cases(List<String> arguments) {
        if (arguments.isEmpty()) {
            return 0;
        }
        if (arguments.size() == 2
                && arguments.get(0).equals("--cases")
                && arguments.get(1).matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(arguments.get(1));
        }
        throw new StartUpException("usage: ./banshi demo [--cases N]");
    }

    private static void tell(Path home, Api api, Cast cast, Clock clock) throws Exception {
        Teller teller = new Teller(System.out, false);
        Scenario scenario = story(home, APPROVED);
        HttpPlayer player =
                new HttpPlayer(api, cast, clock, teller, SERVICE, scenario, cast.account("li-mei"));
        player.clearTheStage();
        player.play(scenario, scenario.actions());
        JsonNode ending = player.ending();
        String amount = HttpPlayer.resultLine(ending, "monthlyAmount");
        String month = HttpPlayer.resultLine(ending, "firstMonth");
        YearMonth next = YearMonth.from(clock.today()).plusMonths(1);
        if (!month.equals(next.toString())) {
            throw new SurpriseException("the first month is " + month + " instead of " + next);
        }
        System.out.printf(
                "%n%s yuan a month from month %s%s%n",
                amount,
                month,
                ending.path("provisional").asBoolean()
                        ? " (standard provisional: to be confirmed by the city)"
                        : "");
    }

    private static Scenario story(Path home, String name) throws IOException {
        String file = "scenarios/" + name + ".yaml";
        Path path = home.resolve("bpmn/services").resolve(SERVICE).resolve(file);
        Findings findings = new Findings();
        Scenario scenario = new ScenarioReader(findings).read(file, Files.readAllBytes(path));
        if (!findings.isEmpty()) {
            throw new StartUpException("the demo's scenario has faults: " + findings.list());
        }
        return scenario;
    }
}
