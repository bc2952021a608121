package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's storage engine on the PostgreSQL log. Without a Spring transaction {@link #appendEvents}
 * goes through the group appender and returns after the commit; with one it buffers until just
 * before that transaction's commit (see {@link LaneB}).
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;
    private static final int ATTEMPTS = 10;

    private final DataSource dataSource;
    private final EventLog log;
    private final AppendRequests requests;
    private final GroupAppender appender;
    private final WalFlush disk;
    private final LogTail tail;
    private final AppendedHere appended;
    private final Snapshots snapshots;

    PostgresEventStorageEngine(
            DataSource dataSource,
            EventLog log,
            AppendRequests requests,
            GroupAppender appender,
            WalFlush disk,
            LogTail tail,
            AppendedHere appended,
            Snapshots snapshots) {
        this.dataSource = dataSource;
        this.log = log;
        this.requests = requests;
        this.appender = appender;
        this.disk = disk;
        this.tail = tail;
        this.appended = appended;
        this.snapshots = snapshots;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConcurrencyException when a stream has moved on
     * @throws ClaimConflictException when another stream holds a claim that an event acquires
     * @throws DuplicateRequestException when the command's idempotency key was used before
     * @throws OverloadedException when too many commands wait
     * @throws StoreUnavailableException when the database refused or could not be reached
     * @throws AppendUnknownException when the database was lost in the commit
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            buffer().add(events, requestKey());
        } else {
            appended.set(append(events));
        }
    }

    private long append(List<? extends EventMessage<?>> events) {
        for (int attempt = 1; ; attempt++) {
            try {
                return appender.append(requests.of(events, requestKey(), this::ask));
            } catch (ConcurrencyException overtaken) {
                // Who takes whatever sequence comes next can only have been unlucky.
                if (attempt == ATTEMPTS || !AppendRequests.anySequence(events)) {
                    throw overtaken;
                }
            } catch (NumberTakenException taken) {
                if (attempt == ATTEMPTS) {
                    throw new StoreUnavailableException(GroupCall.UNIQUE_VIOLATION);
                }
            }
        }
    }

    private <T> T ask(AppendRequests.Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.on(connection);
        } catch (SQLException e) {
            throw new StoreUnavailableException(e.getSQLState() == null ? "?" : e.getSQLState());
        }
    }

    /** The buffer of the active transaction. */
    TransactionBuffer buffer() {
        return TransactionBuffer.current(dataSource, requests, appender, disk, appended);
    }

    /** What the active transaction, if any, has buffered. */
    List<EventMessage<?>> buffered() {
        TransactionBuffer buffer = TransactionBuffer.find(dataSource);
        return buffer == null ? List.of() : buffer.messages();
    }

    /** Set by {@link PostgresEventStore} from the command that published first. */
    private static @Nullable RequestKey requestKey() {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        return CurrentUnitOfWork.get().root().getResource(PostgresEventStore.REQUEST_KEY);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        Iterator<StoredEvent> pages = new StreamPages(aggregateIdentifier, firstSequenceNumber);
        Stream<StoredEvent> events =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false);
        return DomainEventStream.of(events.map(this::domainMessage));
    }

    private DomainEventMessage<?> domainMessage(StoredEvent event) {
        Recorded recorded = log.decode(event);
        return new GenericDomainEventMessage<>(
                event.streamType,
                event.stream,
                event.sequence,
                recorded.event(),
                recorded.metadata(),
                event.id.toString(),
                recorded.stamp().at());
    }

    TrackedEventMessage<?> trackedMessage(StoredEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position), domainMessage(event));
    }

    List<StoredEvent> next(long after, int limit) {
        List<StoredEvent> pushed = tail.from(after + 1, limit);
        return pushed.isEmpty() ? log.stored(after, limit) : pushed;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken token, boolean mayBlock) {
        long[] after = {positionOf(token)};
        Iterator<StoredEvent> pages =
                new Pages() {
                    @Override
                    List<StoredEvent> nextPage() {
                        List<StoredEvent> page = log.stored(after[0], PAGE);
                        if (!page.isEmpty()) {
                            after[0] = page.get(page.size() - 1).position;
                        }
                        return page;
                    }
                };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false)
                .map(this::trackedMessage);
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.lastSequence(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.headOnDisk());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(log.positionAt(moment) - 1);
    }

    /** Rows, fetched page by page. */
    private abstract static class Pages implements Iterator<StoredEvent> {
        private Iterator<StoredEvent> page = List.<StoredEvent>of().iterator();
        private boolean ended;

        abstract List<StoredEvent> nextPage();

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !ended) {
                List<StoredEvent> next = nextPage();
                ended = next.size() < PAGE;
                page = next.iterator();
            }
            return page.hasNext();
        }

        @Override
        public StoredEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }

    private final class StreamPages extends Pages {
        private final String stream;
        private long from;

        StreamPages(String stream, long from) {
            this.stream = stream;
            this.from = from;
        }

        @Override
        List<StoredEvent> nextPage() {
            List<StoredEvent> page = new ArrayList<>(log.storedStream(stream, from, PAGE));
            from += page.size();
            return page;
        }
    }
}
