package org.banshi.process.history;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the engine makes history events of: all that {@link EngineHistory} takes, and nothing else.
 * Above all no job log: for that the engine would store the stack trace of each failure.
 */
public final class CaseHistoryLevel implements HistoryLevel {

    private static final Set<HistoryEventTypes> PRODUCED =
            Set.of(
                    HistoryEventTypes.PROCESS_INSTANCE_START,
                    HistoryEventTypes.PROCESS_INSTANCE_END,
                    HistoryEventTypes.ACTIVITY_INSTANCE_START,
                    HistoryEventTypes.ACTIVITY_INSTANCE_END,
                    HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
                    HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
                    HistoryEventTypes.INCIDENT_CREATE,
                    HistoryEventTypes.INCIDENT_RESOLVE,
                    HistoryEventTypes.INCIDENT_DELETE);

    /** Stored by the engine, which refuses to start on a database with another. */
    @Override
    public int getId() {
        return 62;
    }

    @Override
    public String getName() {
        return "case";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return type instanceof HistoryEventTypes known && PRODUCED.contains(known);
    }
}
