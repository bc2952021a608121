package org.banshi.process.history;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.process.work.Work;

/**
 * Publishes what the engine did: for each process instance one stream, and in it one step for each
 * transaction. The store gives the sequence when it appends: steps decide nothing, so they can't
 * conflict.
 */
public final class EngineSteps implements Consumer<Work> {

    private final EventBus events;

    public EngineSteps(EventBus events) {
        this.events = events;
    }

    @Override
    public void accept(Work work) {
        work.findNote(CaseMoves.class)
                .ifPresent(
                        moves -> {
                            Map<String, String> metadata = StampMetadata.of(work.stamp());
                            List<EventMessage<EngineEvent>> messages =
                                    moves.instances().stream()
                                            .flatMap(instance -> instance.events().stream())
                                            .map(event -> message(event, metadata))
                                            .toList();
                            if (!messages.isEmpty()) {
                                events.publish(messages);
                            }
                        });
    }

    private static EventMessage<EngineEvent> message(
            EngineEvent event, Map<String, String> metadata) {
        return new GenericEventMessage<>(event, metadata);
    }
}
