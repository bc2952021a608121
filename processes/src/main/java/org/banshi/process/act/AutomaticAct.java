package org.banshi.process.act;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationCommand.Foreseen;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;
import org.banshi.process.task.ActCommands;
import org.banshi.process.task.FirstCertificates;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/**
 * The one delegate of all processes, {@code ${act}}: sends the command that the package names for
 * the service task, and keeps the word of its answer for the conditions that follow.
 */
public final class AutomaticAct implements JavaDelegate {

    private static final int COUNTY_DIGITS = 6;

    /** Of a step that draws: how many of a hundred. */
    private static final String PERCENT = "percent";

    private final RootWork root;
    private final CommandGateway commands;
    private final Catalogue catalogue;
    private final ActCommands acts;
    private final Lots lots;
    private final FirstCertificates certificates;

    public AutomaticAct(
            RootWork root,
            CommandGateway commands,
            Catalogue catalogue,
            ActCommands acts,
            Lots lots,
            FirstCertificates certificates) {
        this.root = root;
        this.commands = commands;
        this.catalogue = catalogue;
        this.acts = acts;
        this.lots = lots;
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ApplicationId application = CaseVariables.application(execution);
        AutomaticStep step = step(execution);
        Map<String, Object> given = new HashMap<>();
        given.put("application", application);
        given.put("step", step.key());
        given.put("stamp", Work.get().processStamp());
        given.put("delivery", idOf(execution));
        if (acts.draws(step.act(), step.outcome())) {
            given.put("lot", lot(execution, step));
        }
        Command command = acts.build(step.act(), step.outcome(), given, new FormData(step.with()));
        root.lock(application);
        Object answer = commands.sendAndWait(command);
        if (answer instanceof Foreseen opened) {
            issue(opened, Work.get().processStamp());
        }
        keep(execution, command, answer);
    }

    /** In the same breath: after the conclusion there is nobody to whom it could be refused. */
    private void issue(Foreseen opened, Stamp stamp) {
        opened.openings()
                .forEach(it -> certificates.issue(it, stamp).ifPresent(commands::sendAndWait));
    }

    private Lot lot(DelegateExecution execution, AutomaticStep step) {
        RegionCode region = CaseVariables.region(execution);
        RegionCode county = new RegionCode(region.value().substring(0, COUNTY_DIGITS));
        if (!(step.with().get(PERCENT) instanceof Number percent)) {
            throw new IllegalStateException(step.key() + " does not say how many are drawn");
        }
        return lots.next(
                CaseVariables.service(execution).service(),
                percent.intValue(),
                county,
                Work.get().processStamp().day().getYear());
    }

    private AutomaticStep step(DelegateExecution execution) {
        ServiceVersion version = CaseVariables.service(execution);
        String key = execution.getCurrentActivityId();
        AutomaticStep step =
                catalogue
                        .find(version)
                        .orElseThrow(() -> new IllegalStateException("no package " + version))
                        .automaticSteps()
                        .get(key);
        if (step == null) {
            throw new IllegalStateException("package " + version + " does not say what " + key);
        }
        return step;
    }

    /** One visit of a service task is one delivery. */
    private static String idOf(DelegateExecution execution) {
        byte[] visit = execution.getActivityInstanceId().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(visit).toString();
    }

    private static void keep(
            DelegateExecution execution, Command command, @Nullable Object answer) {
        if (command instanceof ApplicationCommand.AskRegister asked) {
            // Local to the branch: two branches may wait for different answers.
            execution.setVariableLocal(CaseVariables.QUESTION, asked.question());
        } else if (command instanceof ApplicationCommand.RequestDelivery delivery) {
            execution.setVariableLocal(CaseVariables.DELIVERY, delivery.delivery());
        } else if (answer instanceof DueDate due) {
            execution.setVariable(CaseVariables.UNTIL, CaseVariables.after(due));
        } else if (answer instanceof Decision decision) {
            execution.setVariable(CaseVariables.OUTCOME, decision.outcome());
            if (command instanceof ApplicationCommand.DecideByRule rule) {
                execution.setVariable(rule.decision(), decision.outcome());
            }
        }
    }
}
