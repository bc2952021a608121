package org.banshi.app.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.platform.WebPort;

/**
 * Drives a running server from application to decision, and tells what happens; the first surprise
 * ends it.
 */
public final class DemoCommand implements Subcommand {

    private static final String SERVICE = SocialStory.SERVICE;
    private static final String APPROVED = SocialStory.APPROVED;
    private static final String REJECTED = "guangzhou-rejected-beyond-limits";
    private static final String WITHDRAWN = "withdrawn-before-visit";
    private static final String TERMINATED = "terminated-without-cooperation";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "play a household's case over HTTP; --family F plays another, --cases N many";
    }

    @Override
    public int run(List<String> arguments) {
        Wanted wanted = wanted(arguments);
        int port = Launch.port();
        Api api = new Api(URI.create("http://localhost:" + port));
        if (api.answers()) {
            return play(api, wanted);
        }
        WebPort.require(port);
        System.out.println("Nobody listens on port " + port + ": starting an instance ...");
        Launch.Running running = Launch.demo(port, Launch.data());
        try {
            return play(api, wanted);
        } finally {
            running.close();
        }
    }

    private static int play(Api api, Wanted wanted) {
        Path home = Launch.home();
        try {
            Cast cast = new Cast(home.resolve("bpmn/demo/people.yaml"));
            Clock clock = new Clock(api.as(cast.withRole("OPERATOR")));
            Troupe troupe = new Troupe(home, api, cast, clock, new Teller(System.out, false));
            if (wanted.cases() == 0) {
                wanted.story().tell(troupe);
            } else {
                new Crowd(
                                api,
                                cast,
                                clock,
                                SERVICE,
                                troupe.scenario(SERVICE, APPROVED),
                                troupe.scenario(SERVICE, REJECTED),
                                troupe.scenario(SERVICE, WITHDRAWN),
                                troupe.scenario(SERVICE, TERMINATED))
                        .play(wanted.cases(), System.out);
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

    /** What to play: one family's story, or so many cases. */
    private record Wanted(FamilyStory story, int cases) {}

    private static Wanted wanted(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new Wanted(new SocialStory(), 0);
        }
        if (arguments.size() == 2) {
            String value = arguments.get(1);
            Optional<FamilyStory> story = Families.find(value);
            if (arguments.get(0).equals("--family") && story.isPresent()) {
                return new Wanted(story.get(), 0);
            }
            if (arguments.get(0).equals("--cases") && value.matches("[1-9]\\d{0,5}")) {
                return new Wanted(new SocialStory(), Integer.parseInt(value));
            }
        }
        throw new StartUpException(
                "usage: ./banshi demo [--family %s] [--cases N]".formatted(Families.words()));
    }
}
