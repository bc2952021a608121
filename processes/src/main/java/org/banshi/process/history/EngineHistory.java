package org.banshi.process.history;

import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.command.contract.engine.EngineEvent.Move;
import org.banshi.process.variable.CaseVariables;
import org.banshi.process.work.Work;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Takes the engine's history instead of its tables: moves and incidents are noted for the log, and
 * a variable that could be personal fails the command that sets it.
 */
public final class EngineHistory implements HistoryEventHandler {

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity activity) {
            activity(activity);
        } else if (event instanceof HistoricProcessInstanceEventEntity process) {
            process(process);
        } else if (event instanceof HistoricIncidentEventEntity incident) {
            incident(incident);
        } else if (event instanceof HistoricVariableUpdateEventEntity variable) {
            variable(variable);
        }
    }

    private static void activity(HistoricActivityInstanceEventEntity event) {
        if (is(event, HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            move(event, "activity-start", event);
        } else if (is(event, HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            move(event, event.isCanceled() ? "activity-cancel" : "activity-end", event);
        }
    }

    private static void move(
            HistoryEvent event, String kind, HistoricActivityInstanceEventEntity activity) {
        instance(event)
                .add(new Move(kind, activity.getActivityId(), activity.getActivityInstanceId()));
    }

    private static void process(HistoricProcessInstanceEventEntity event) {
        if (is(event, HistoryEventTypes.PROCESS_INSTANCE_START)) {
            instance(event).add(new Move("instance-start", null, null));
        } else if (is(event, HistoryEventTypes.PROCESS_INSTANCE_END)) {
            instance(event).add(new Move("instance-end", null, null));
        }
    }

    private static void incident(HistoricIncidentEventEntity event) {
        CaseMoves.Instance instance = instance(event);
        if (is(event, HistoryEventTypes.INCIDENT_CREATE)) {
            instance.add(
                    new IncidentOpened(
                            event.getId(),
                            instance.id(),
                            instance.application(),
                            event.getActivityId(),
                            event.getIncidentMessage()));
        } else if (is(event, HistoryEventTypes.INCIDENT_RESOLVE)
                || is(event, HistoryEventTypes.INCIDENT_DELETE)) {
            instance.add(
                    new IncidentResolved(event.getId(), instance.id(), instance.application()));
        }
    }

    private static void variable(HistoricVariableUpdateEventEntity event) {
        CaseVariables.check(
                event.getVariableName(), event.getSerializerName(), event.getTextValue());
    }

    private static boolean is(HistoryEvent event, HistoryEventTypes type) {
        return event.isEventOfType(type);
    }

    private static CaseMoves.Instance instance(HistoryEvent event) {
        CaseMoves moves = Work.get().note(CaseMoves.class, CaseMoves::new);
        CaseMoves.Instance known = moves.find(event.getProcessInstanceId());
        CaseMoves.Instance instance = known == null ? discover(moves, event) : known;
        moves.moved(instance.application());
        return instance;
    }

    private static CaseMoves.Instance discover(CaseMoves moves, HistoryEvent event) {
        ExecutionEntity execution =
                Context.getCommandContext()
                        .getExecutionManager()
                        .findExecutionById(event.getProcessInstanceId());
        ProcessDefinition definition =
                Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(event.getProcessDefinitionId());
        return moves.add(
                event.getProcessInstanceId(),
                new ApplicationId(execution.getBusinessKey()),
                definition.getKey() + ":" + definition.getVersionTag());
    }
}
