package org.banshi.app.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.task.TaskCompletion;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole cases of an item by one of its scenarios: filed, asked and answered, claimed and completed
 * by each officer, concluded, delivered and collected; log, encryption, read models and engine
 * history on.
 */
final class OwnCases implements Workload {

    private final CommandGateway commands;
    private final TaskCompletion completion;
    private final Waits waits;
    private final BusinessClock clock;
    private final Catalogue catalogue;
    private final EventLog log;
    private final ServiceDefinition definition;
    private final Scenario scenario;

    /** Cases in a running Banshi; whoever started it stops it. */
    OwnCases(ApplicationContext context, Path bpmn, String service, String file) {
        commands = context.getBean(CommandGateway.class);
        completion = context.getBean(TaskCompletion.class);
        waits = new Waits(JdbcClient.create(context.getBean(DataSource.class)));
        clock = context.getBean(BusinessClock.class);
        catalogue = context.getBean(Catalogue.class);
        log = context.getBean(EventLog.class);
        definition = catalogue.current(service).orElseThrow();
        scenario = scenario(bpmn, service, file);
    }

    static Scenario scenario(Path bpmn, String service, String file) {
        String path = "scenarios/" + file + ".yaml";
        PackageFiles files = PackageFiles.ofFolder(bpmn.resolve("services").resolve(service));
        return new ScenarioReader(new Findings()).read(path, files.find(path).orElseThrow());
    }

    /** The process that the peer runs too. */
    byte[] process() {
        return definition.process();
    }

    /**
     * What happens in a case, in the words that the peer needs: those of a case that was played.
     */
    BareEngine.Words words() throws InterruptedException {
        Map<String, String> outcomes = new HashMap<>();
        for (Action action : scenario.actions()) {
            if (action instanceof Action.Complete complete) {
                outcomes.put(complete.step(), complete.outcome());
            }
        }
        Map<String, String> decided = new HashMap<>();
        for (Recorded recorded : log.readStream(play().value())) {
            if (recorded.event() instanceof ApplicationEvent.RuleDecided rule) {
                decided.put(rule.decision(), rule.outcome());
            }
        }
        Map<String, Map<String, String>> decisions = new HashMap<>();
        for (AutomaticStep step : definition.automaticSteps().values()) {
            String decision = String.valueOf(step.with().get("decision"));
            if (decided.containsKey(decision)) {
                String outcome = decided.get(decision);
                decisions.put(step.key(), Map.of("outcome", outcome, decision, outcome));
            }
        }
        return new BareEngine.Words(decisions, outcomes, List.of("register-answered", "delivered"));
    }

    @Override
    public int run(int caller) throws InterruptedException {
        play();
        return 1;
    }

    private ApplicationId play() throws InterruptedException {
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        apply(application);
        for (Action action : scenario.actions()) {
            if (action instanceof Action.Complete complete) {
                complete(application, complete);
            }
        }
        waits.end(application.value());
        return application;
    }

    private void apply(ApplicationId application) {
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        PersonId person = new PersonId("bench-" + application.value());
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        application,
                        "bench-" + application.value(),
                        definition.version(),
                        scenario.region(),
                        person,
                        scenario.applicant(),
                        apply.form(),
                        apply.materials().stream().map(OwnCases::paper).toList(),
                        Channel.WAP,
                        "BENCH000",
                        new Stamp(clock.now(), Actor.citizen("bench", person))));
    }

    private void complete(ApplicationId application, Action.Complete action)
            throws InterruptedException {
        String task = waits.task(application.value(), action.step());
        Step step = definition.steps().get(action.step());
        Actor officer =
                Actor.officer(
                        "bench-" + step.body() + "-" + step.key(),
                        step.body(),
                        catalogue.reference().seat(step.body(), scenario.region()));
        if (step.impartial()) {
            commands.sendAndWait(
                    new CaseOfficersCommand.Declare(
                            CaseOfficersId.of(application),
                            Concern.NONE,
                            new Stamp(clock.now(), officer)));
        }
        commands.sendAndWait(new WorkItemCommand.Claim(task, new Stamp(clock.now(), officer)));
        completion.complete(
                task, action.outcome(), action.data(), new Stamp(clock.now(), officer), null);
    }

    private static Material paper(String code) {
        return new Material(
                UUID.randomUUID().toString(), code, "0".repeat(64), "application/pdf", 1);
    }

    @Override
    public void close() {
        waits.close();
    }
}
