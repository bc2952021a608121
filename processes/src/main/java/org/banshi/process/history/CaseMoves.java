package org.banshi.process.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.engine.EngineEvent.Move;
import org.jspecify.annotations.Nullable;

/** What one unit of work did to process instances, noted while the engine runs. */
public final class CaseMoves {

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Set<ApplicationId> moved = new LinkedHashSet<>();

    /** The instance's moves so far, or null when it has not moved. */
    @Nullable Instance find(String processInstance) {
        return instances.get(processInstance);
    }

    Instance add(String processInstance, ApplicationId application, String definition) {
        Instance instance = new Instance(processInstance, application, definition);
        instances.put(processInstance, instance);
        return instance;
    }

    Collection<Instance> instances() {
        return instances.values();
    }

    /** Notes that something about the case may have changed what it waits for. */
    public void moved(ApplicationId application) {
        moved.add(application);
    }

    /** The cases that moved since the last call. */
    public Set<ApplicationId> takeMoved() {
        Set<ApplicationId> taken = new LinkedHashSet<>(moved);
        moved.clear();
        return taken;
    }

    /** One process instance; {@code definition} is the service version, such as {@code x:3}. */
    static final class Instance {

        private final String id;
        private final ApplicationId application;
        private final String definition;
        private final List<Move> moves = new ArrayList<>();
        private final List<EngineEvent> incidents = new ArrayList<>();

        private Instance(String id, ApplicationId application, String definition) {
            this.id = id;
            this.application = application;
            this.definition = definition;
        }

        String id() {
            return id;
        }

        ApplicationId application() {
            return application;
        }

        void add(Move move) {
            moves.add(move);
        }

        void add(EngineEvent incident) {
            incidents.add(incident);
        }

        List<EngineEvent> events() {
            List<EngineEvent> events = new ArrayList<>();
            if (!moves.isEmpty()) {
                events.add(new EngineEvent.Step(id, application, definition, List.copyOf(moves)));
            }
            events.addAll(incidents);
            return events;
        }
    }
}
