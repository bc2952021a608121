package org.banshi.eventstore;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
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

    /**
     * Notes the idempotency key: that of the command, which only its own unit of work can see, or
     * of the work that it is part of.
     */
    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> unit = CurrentUnitOfWork.get();
            RequestKey own = key(unit);
            RequestKey key = own == null ? key(unit.root()) : own;
            if (key != null) {
                unit.root().resources().put(REQUEST_KEY, key);
            }
        }
        super.publish(events);
    }

    private static @Nullable RequestKey key(UnitOfWork<?> unit) {
        return unit.getMessage() == null ? null : RequestKey.of(unit.getMessage().getMetaData());
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
