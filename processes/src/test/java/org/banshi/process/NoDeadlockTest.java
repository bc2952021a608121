package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Citizens, officers, the engine's reader, its jobs and the register at once: naive wiring stops
 * within a second, one holding the log's lock and waiting for a row, another the other way round.
 */
@ProcessTest
class NoDeadlockTest {

    private static final int CASES = 36;
    private static final int OFFICERS = 6;

    @Autowired private Office office;
    @Autowired private CommandGateway commands;
    @Autowired private Subscriptions readers;

    @Test
    void cases_move_on_while_everybody_works_on_them() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        try {
            List<Future<ApplicationId>> cases = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                cases.add(officers.submit(handle()));
            }
            for (Future<ApplicationId> handled : cases) {
                ApplicationId application = handled.get(60, TimeUnit.SECONDS);
                assertThat(office.story(application)).endsWith("social.public-notice-posted");
            }
        } finally {
            officers.shutdownNow();
        }
        assertThat(readers.parked(EngineSubscription.NAME)).isEmpty();
        assertThat(office.count("SELECT count(*) FROM pg_stat_database WHERE deadlocks > 0"))
                .isZero();
    }

    /** One case from the application to the notice, with a supplement on the way. */
    private Callable<ApplicationId> handle() {
        return () -> {
            ApplicationId application = office.apply();
            waitFor(application, "check-papers");
            office.complete(
                    application,
                    "check-papers",
                    "supplement",
                    Map.of("items", List.of("photo"), "reason", "照片不清楚"));
            commands.sendAndWait(
                    new ApplicationCommand.Supplement(
                            application, FormData.empty(), List.of(), office.citizen()));
            waitFor(application, "check-papers");
            office.complete(application, "check-papers", "accept");
            waitFor(application, "decide-stall");
            office.complete(application, "decide-stall", "grant", Map.of("opinion", "同意"));
            return application;
        };
    }

    private void waitFor(ApplicationId application, String step) {
        office.until(
                () ->
                        office.tasks(application).stream()
                                .anyMatch(task -> task.getTaskDefinitionKey().equals(step)));
    }
}
