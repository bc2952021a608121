package org.banshi.command.contract.engine;

import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.jspecify.annotations.Nullable;

/** The process engine's history, kept in the log instead of the engine's own tables. */
public sealed interface EngineEvent extends Event {

    /** Names the stream: each process instance has its own. */
    String processInstance();

    ApplicationId application();

    /** What one transaction did to one process instance. */
    @Stored("engine.step")
    record Step(
            String processInstance,
            ApplicationId application,
            String processDefinition,
            List<Move> moves)
            implements EngineEvent {}

    /**
     * A job failed for the last time and waits for a supervisor. {@code failure} is the exception's
     * type, never its text.
     */
    @Stored("engine.incident-opened")
    record IncidentOpened(
            String incident,
            String processInstance,
            ApplicationId application,
            String activity,
            String failure)
            implements EngineEvent {}

    @Stored("engine.incident-resolved")
    record IncidentResolved(String incident, String processInstance, ApplicationId application)
            implements EngineEvent {}

    /**
     * One move of the engine.
     *
     * @param kind such as {@code activity-start}, {@code activity-end}, {@code instance-start},
     *     {@code instance-end}
     * @param activity id in the BPMN, null for the instance itself
     * @param activityInstance the engine's id of this visit
     */
    record Move(String kind, @Nullable String activity, @Nullable String activityInstance) {}
}
