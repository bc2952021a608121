package org.banshi.app.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.casefile.Objections;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Step;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.task.ActCommands;
import org.banshi.process.task.TaskCompletion;

/** Plays one scenario through the command bus, the engine and the log. */
final class GoldenPlayer implements Player {

    private final CommandGateway commands;
    private final TaskCompletion completion;
    private final Catalogue catalogue;
    private final Stage stage;
    private final StageClock clock;
    private final ServiceVersion service;
    private final String family;
    private final Scenario scenario;
    private final ApplicationId application;
    private Actor citizen;
    private final boolean exOfficio;
    private final ActCommands acts = new ActCommands();

    GoldenPlayer(
            CommandGateway commands,
            TaskCompletion completion,
            Catalogue catalogue,
            Stage stage,
            StageClock clock,
            ServiceVersion service,
            String family,
            Scenario scenario,
            boolean exOfficio) {
        this.exOfficio = exOfficio;
        this.commands = commands;
        this.completion = completion;
        this.catalogue = catalogue;
        this.stage = stage;
        this.clock = clock;
        this.service = service;
        this.family = family;
        this.scenario = scenario;
        this.application = new ApplicationId(UUID.randomUUID().toString());
        this.citizen = citizen("golden-" + application.value());
    }

    /** From now on {@code person} acts: somebody who has had a case before. */
    GoldenPlayer as(String person) {
        this.citizen = citizen(person);
        return this;
    }

    private static Actor citizen(String person) {
        return Actor.citizen("golden-citizen", new PersonId(person));
    }

    ApplicationId application() {
        return application;
    }

    /** What the scenario says was granted before, each by a case that is not told. */
    void grantBenefits() {
        for (Scenario.Benefit benefit : scenario.benefits()) {
            Instant then = benefit.firstMonth().atStartOfDay(Stamp.ZONE).toInstant();
            commands.sendAndWait(
                    new BenefitCommand.Grant(
                            new BenefitId(benefit.id()),
                            new ApplicationId(UUID.randomUUID().toString()),
                            Objects.requireNonNull(citizen.person()),
                            service,
                            scenario.region(),
                            benefit.kind(),
                            benefit.monthlyAmount(),
                            benefit.firstMonth(),
                            null,
                            null,
                            benefit.members(),
                            null,
                            null,
                            null,
                            null,
                            new Stamp(then, Actor.system("golden-office"))));
            LocalDate stopped = benefit.stoppedOn();
            if (stopped != null) {
                commands.sendAndWait(
                        new BenefitCommand.Stop(
                                new BenefitId(benefit.id()),
                                "停发",
                                "规则",
                                stopped,
                                new Stamp(
                                        stopped.atStartOfDay(Stamp.ZONE).toInstant(),
                                        Actor.system("golden-office"))));
            }
        }
    }

    @Override
    public void apply(Action.Apply action) {
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        application,
                        "golden-" + application.value(),
                        service,
                        scenario.region(),
                        Objects.requireNonNull(citizen.person()),
                        scenario.applicant(),
                        action.form(),
                        materials(action.materials()),
                        exOfficio ? Channel.EX_OFFICIO : Channel.WAP,
                        "GOLDEN00",
                        action.protection() == null
                                ? null
                                : new AskedProtection(action.protection(), false),
                        by(exOfficio ? Actor.system("golden-office") : citizen)));
        stage.settle(application);
    }

    @Override
    public void complete(Action.Complete action) {
        Stage.Waiting task = stage.task(application, action.step());
        Step step = catalogue.find(service).orElseThrow().steps().get(action.step());
        Actor officer =
                Actor.officer(
                        account(task.body(), step),
                        task.body(),
                        catalogue.reference().seat(task.body(), scenario.region()));
        if (step.impartial()) {
            commands.sendAndWait(
                    new CaseOfficersCommand.Declare(
                            CaseOfficersId.of(application), Concern.NONE, by(officer)));
        }
        commands.sendAndWait(new WorkItemCommand.Claim(task.workItem(), by(officer)));
        completion.complete(task.workItem(), action.outcome(), action.data(), by(officer), null);
        stage.settle(application);
    }

    /** Whoever does what others must not is somebody else for each such step. */
    private static String account(String body, Step step) {
        return "golden-" + body + (step.apart().isEmpty() ? "" : "-" + step.key());
    }

    @Override
    public void supplement(Action.Supplement action) {
        commands.sendAndWait(
                new ApplicationCommand.Supplement(
                        application, action.changes(), materials(action.materials()), by(citizen)));
        stage.settle(application);
    }

    @Override
    public void advance(Action.AdvanceTo action, Duration by) {
        clock.set(action.time());
        stage.settle(application);
    }

    @Override
    public void beside(Action.Beside action) {
        Actor officer = Actor.officer("golden-officer", "window", scenario.region());
        commands.sendAndWait(
                acts.build(
                        action.act(),
                        action.outcome(),
                        Map.of("application", application, "stamp", by(officer)),
                        action.data()));
        stage.settle(application);
    }

    @Override
    public void object(Action.Raise action) {
        Actor neighbour = Actor.citizen("golden-neighbour", new PersonId("golden-neighbour"));
        commands.sendAndWait(
                Objections.against(family, application, action.objection(), by(neighbour)));
        stage.settle(application);
    }

    @Override
    public void answer(Action.Answer action) {
        commands.sendAndWait(
                action.agrees()
                        ? new DisabilityCommand.AcceptAssessment(application, by(citizen))
                        : new DisabilityCommand.DisputeAssessment(
                                application, action.reason().orElse(""), by(citizen)));
        stage.settle(application);
    }

    @Override
    public void withdraw(Action.Withdraw action) {
        commands.sendAndWait(
                new ApplicationCommand.Withdraw(
                        application, action.reason().orElse(null), by(citizen)));
        stage.settle(application);
    }

    @Override
    public void terminate(Action.Terminate action) {
        Actor officer = Actor.officer("golden-officer", "town", scenario.region());
        commands.sendAndWait(
                new ApplicationCommand.Terminate(application, action.reason(), by(officer)));
        stage.settle(application);
    }

    @Override
    public void rate(Action.Rate action) {
        commands.sendAndWait(
                new ApplicationCommand.Rate(
                        application, action.score(), action.comment().orElse(null), by(citizen)));
        stage.settle(application);
    }

    private Stamp by(Actor actor) {
        return new Stamp(clock.now(), actor);
    }

    /** Papers that stand for themselves: a scenario has no files. */
    private static List<Material> materials(List<String> codes) {
        return codes.stream()
                .map(
                        code ->
                                new Material(
                                        UUID.randomUUID().toString(),
                                        code,
                                        "0".repeat(64),
                                        "application/pdf",
                                        1))
                .toList();
    }
}
