package org.banshi.eventstore;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on the PostgreSQL log. It runs under a {@code SimpleCommandBus} with {@code
 * NoTransactionManager}: whether a Spring transaction is active tells the lanes apart (see {@link
 * PostgresEventStorageEngine}).
 */
public final class PostgresEventStore extends AbstractEventStore {

    /** Resource of the root unit of work: the idempotency key of the request. */
    static final String REQUEST_KEY = PostgresEventStore.class.getName() + ".request";

    private final PostgresEventStorageEngine engine;
    private final LogTail tail;

    PostgresEventStore(PostgresEventStorageEngine engine, LogTail tail) {
        super(new Builder(engine));
        this.engine = engine;
        this.tail = tail;
    }

    /** Notes the command's idempotency key, which only its own unit of work can see. */
    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() != null) {
            RequestKey key = RequestKey.of(CurrentUnitOfWork.get().getMessage().getMetaData());
            if (key != null) {
                Map<String, Object> resources = CurrentUnitOfWork.get().root().resources();
                resources.put(REQUEST_KEY, key);
            }
        }
        super.publish(events);
    }

    /** Those of the unit of work, and before them those that the transaction has buffered. */
    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(
            String aggregateIdentifier) {
        Stream<DomainEventMessage<?>> buffered =
                engine.buffered().stream()
                        .filter(DomainEventMessage.class::isInstance)
                        .<DomainEventMessage<?>>map(it -> (DomainEventMessage<?>) it)
                        .filter(it -> aggregateIdentifier.equals(it.getAggregateIdentifier()));
        return Stream.concat(buffered, super.stagedDomainEventMessages(aggregateIdentifier));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogStream(engine, tail, PostgresEventStorageEngine.positionOf(token));
    }

    TransactionBuffer buffer() {
        return engine.buffer();
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(PostgresEventStorageEngine engine) {
            storageEngine(engine);
        }
    }
}
