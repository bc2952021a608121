package org.banshi.process.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.task.TaskCompletion;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests say: apply, complete, wait, look. */
@TestComponent
public class Office {

    private static final RegionCode REGION = new RegionCode("440106");

    private final CommandGateway commands;
    private final Subscriptions readers;
    private final EventLog log;
    private final TaskService tasks;
    private final TaskCompletion completion;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    public Office(
            CommandGateway commands,
            Subscriptions readers,
            EventLog log,
            TaskService tasks,
            TaskCompletion completion,
            JdbcClient jdbc,
            MovableClock clock) {
        this.commands = commands;
        this.readers = readers;
        this.log = log;
        this.tasks = tasks;
        this.completion = completion;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Stamp citizen() {
        return new Stamp(clock.now(), Actor.citizen("keeper", StandInDomain.SUBJECT));
    }

    public Stamp officer(String account) {
        return new Stamp(clock.now(), Actor.officer(account, "town", REGION));
    }

    /** An application in the log, which the engine may not have seen yet. */
    public ApplicationId apply() {
        return apply(1);
    }

    public ApplicationId apply(int version) {
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        application,
                        "STALL-" + application.value().substring(0, 8),
                        new ServiceVersion(MarketStall.SERVICE, version),
                        REGION,
                        StandInDomain.SUBJECT,
                        new Applicant("石秀英", "11010519031112002X", "13800000000", null),
                        new FormData(Map.of("goods", "鲜花")),
                        List.of(),
                        Channel.PC,
                        "0000",
                        citizen()));
        return application;
    }

    /** An application whose first task is open. */
    public ApplicationId open() {
        ApplicationId application = apply();
        settle();
        return application;
    }

    /** Waits until the engine's reader has seen all that is in the log now. */
    public void settle() {
        settle(EngineSubscription.NAME);
    }

    public void settle(String reader) {
        if (!readers.await(reader, readers.head(), Duration.ofSeconds(20))) {
            throw new AssertionError(reader + " did not come along: " + readers.states());
        }
    }

    public void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    public List<Task> tasks(ApplicationId application) {
        return tasks.createTaskQuery().processInstanceBusinessKey(application.value()).list();
    }

    /** The id of the one open task, which must be {@code step}. */
    public String task(ApplicationId application, String step) {
        List<Task> open = tasks(application);
        if (open.size() != 1 || !open.get(0).getTaskDefinitionKey().equals(step)) {
            throw new AssertionError("open: " + open);
        }
        return open.get(0).getId();
    }

    public void complete(ApplicationId application, String step, String outcome) {
        complete(application, step, outcome, Map.of());
    }

    public void complete(
            ApplicationId application, String step, String outcome, Map<String, Object> data) {
        completion.complete(
                task(application, step), outcome, new FormData(data), officer("lin"), null);
    }

    /** Stored names of a stream's events. */
    public List<String> story(String stream) {
        return log.readStream(stream).stream().map(Recorded::name).toList();
    }

    public List<String> story(ApplicationId application) {
        return story(application.value());
    }

    public <E extends Event> List<E> events(String stream, Class<E> type) {
        return log.readStream(stream).stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public List<Recorded> stream(String stream) {
        return log.readStream(stream);
    }

    public String instance(ApplicationId application) {
        return jdbc.sql("SELECT id_ FROM act_ru_execution WHERE business_key_ = ?")
                .param(application.value())
                .query(String.class)
                .single();
    }

    public long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /** The engine's own history is in the log, and nowhere else. */
    public void assertNoHistory() {
        List<String> tables =
                jdbc.sql(
                                """
                                SELECT table_name FROM information_schema.tables
                                WHERE table_name LIKE 'act_hi_%'""")
                        .query(String.class)
                        .list();
        assertThat(tables).hasSizeGreaterThan(10);
        for (String table : tables) {
            assertThat(count("SELECT count(*) FROM " + table)).as(table).isZero();
        }
    }
}
