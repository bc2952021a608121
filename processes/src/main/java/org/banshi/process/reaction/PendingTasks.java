package org.banshi.process.reaction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.process.task.LastDays;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Keeps a task open for each kind of thing that parties bring in beside the tasks, as long as
 * something of it waits, whoever deals with it and wherever. The process says what the task is: a
 * part that begins with the message {@code claim-waits} and interrupts nothing, and whose task the
 * message {@code claim-settled} takes away. Where it has no such part nothing happens.
 */
public final class PendingTasks {

    private static final String WAITS = "-waits";
    private static final String SETTLED = "-settled";
    private static final String HEARING_ADJOURNED = "hearing-adjourned";

    private final RootWork root;
    private final RuntimeService runtime;
    private final CommandGateway commands;
    private final LastDays lastDays;

    public PendingTasks(
            RootWork root, RuntimeService runtime, CommandGateway commands, LastDays lastDays) {
        this.root = root;
        this.runtime = runtime;
        this.commands = commands;
        this.lastDays = lastDays;
    }

    /** Something came, or was dealt with: asks the case what waits now. */
    void follow(ApplicationId application) {
        root.lock(application);
        Map<String, String> receivers = receivers(application);
        if (receivers.keySet().stream().noneMatch(name -> name.endsWith(WAITS))) {
            return;
        }
        Set<Pending> waiting =
                commands.sendAndWait(
                        new ArbitrationCommand.ListPending(application, Work.get().processStamp()));
        boolean goesOn = false;
        for (Pending kind : Pending.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            boolean waits = waiting.contains(kind);
            boolean open = receivers.containsKey(name + SETTLED);
            goesOn |= waits && open;
            if (waits != open) {
                send(name + (waits ? WAITS : SETTLED), receivers);
            }
        }
        if (goesOn) {
            // What waits longest may be another now.
            lastDays.follow(application);
        }
    }

    /**
     * A hearing was put off: where the process is still on its way to it, it goes back to set
     * another day. One that an officer put off in the task of the hearing has left it by then, and
     * is perhaps on its way to the next.
     */
    void leaveHearing(ApplicationId application) {
        root.lock(application);
        Map<String, String> receivers = receivers(application);
        if (!receivers.containsKey(HEARING_ADJOURNED)) {
            return;
        }
        boolean adjourned =
                commands.sendAndWait(
                        new ArbitrationCommand.FindAdjourned(
                                application, Work.get().processStamp()));
        if (adjourned) {
            send(HEARING_ADJOURNED, receivers);
        }
    }

    private void send(String message, Map<String, String> receivers) {
        String execution = receivers.get(message);
        if (execution != null) {
            runtime.messageEventReceived(message, execution);
        }
    }

    /** The messages that the case's process waits for, each with the execution that does. */
    private Map<String, String> receivers(ApplicationId application) {
        Map<String, String> receivers = new HashMap<>();
        ProcessInstance instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(application.value())
                        .singleResult();
        if (instance != null) {
            for (EventSubscription waits :
                    runtime.createEventSubscriptionQuery()
                            .processInstanceId(instance.getId())
                            .eventType("message")
                            .list()) {
                receivers.put(waits.getEventName(), waits.getExecutionId());
            }
        }
        return receivers;
    }
}
