package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes on one database: each has its readers, job executor and errands. */
@ProcessTest
class TwoNodesTest {

    private static final int CASES = 6;
    private static final int PAGE = 1_000;

    /** What every case goes through, whichever node does it. */
    private static final String[] STORY = {
        "application.applied",
        "application.stage-started",
        "application.supplement-requested",
        "application.supplemented",
        "application.stage-started",
        "application.accepted",
        "application.rule-decided",
        "application.register-asked",
        "application.register-answered",
        "application.stage-started",
        "application.step-completed",
        "social.public-notice-posted",
        "application.concluded",
        "application.delivery-requested",
        "application.delivered"
    };

    @Autowired private Office here;
    @Autowired private CommandGateway commands;
    @Autowired private EventLog log;
    @Autowired private MovableClock clock;
    @Autowired private Subscriptions readers;

    @Test
    void cases_are_moved_by_both_and_every_step_happens_once() {
        List<ApplicationId> cases = new ArrayList<>();
        try (ConfigurableApplicationContext other = otherNode()) {
            Office there = other.getBean(Office.class);
            for (int i = 0; i < CASES; i++) {
                cases.add((i % 2 == 0 ? here : there).apply());
            }
            for (ApplicationId application : cases) {
                await(there, application, "check-papers");
                there.complete(
                        application,
                        "check-papers",
                        "supplement",
                        Map.of("items", List.of("photo"), "reason", "照片不清楚"));
                supplement(application);
            }
            for (ApplicationId application : cases) {
                await(here, application, "check-papers");
                here.complete(application, "check-papers", "accept");
            }
            for (ApplicationId application : cases) {
                await(there, application, "decide-stall");
                there.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
            }
            clock.advance(Duration.ofDays(9));
            cases.forEach(application -> awaitEnd(there, application));
        }

        for (ApplicationId application : cases) {
            assertThat(here.story(application)).containsExactly(STORY);
            assertThat(starts(application)).isEqualTo(1);
        }
        assertNothingFailed(cases);
    }

    @Test
    void a_case_goes_on_when_the_node_that_began_it_has_gone() {
        ApplicationId application;
        try (ConfigurableApplicationContext other = otherNode()) {
            Office there = other.getBean(Office.class);
            application = there.apply();
            await(there, application, "check-papers");
            there.complete(application, "check-papers", "accept");
        }
        await(here, application, "decide-stall");
        here.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
        clock.advance(Duration.ofDays(9));
        awaitEnd(here, application);

        assertThat(here.story(application)).endsWith("application.delivered");
        assertNothingFailed(List.of(application));
    }

    private static ConfigurableApplicationContext otherNode() {
        return new SpringApplicationBuilder(World.class, Office.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=WARN")
                .run();
    }

    private void supplement(ApplicationId application) {
        commands.sendAndWait(
                new ApplicationCommand.Supplement(
                        application, FormData.empty(), List.of(), here.citizen()));
    }

    private static void await(Office office, ApplicationId application, String step) {
        office.until(
                () ->
                        office.tasks(application).stream()
                                .anyMatch(task -> task.getTaskDefinitionKey().equals(step)));
    }

    private static void awaitEnd(Office office, ApplicationId application) {
        office.until(() -> office.story(application).contains("application.delivered"));
    }

    private long starts(ApplicationId application) {
        return here.count(
                "SELECT count(*) FROM process_start WHERE application = ?::uuid",
                application.value());
    }

    private void assertNothingFailed(List<ApplicationId> cases) {
        assertThat(readers.parked(EngineSubscription.NAME)).isEmpty();
        for (ApplicationId application : cases) {
            here.until(() -> errands(application) == 0);
        }
        assertThat(incidents(cases)).isEmpty();
    }

    private long errands(ApplicationId application) {
        return here.count(
                "SELECT count(*) FROM process_errand WHERE application = ?::uuid",
                application.value());
    }

    private List<EngineEvent.IncidentOpened> incidents(List<ApplicationId> cases) {
        List<EngineEvent.IncidentOpened> incidents = new ArrayList<>();
        List<Recorded> page = log.read(0, PAGE);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                if (recorded.event() instanceof EngineEvent.IncidentOpened incident
                        && cases.contains(incident.application())) {
                    incidents.add(incident);
                }
            }
            page = log.read(page.get(page.size() - 1).position(), PAGE);
        }
        return incidents;
    }
}
