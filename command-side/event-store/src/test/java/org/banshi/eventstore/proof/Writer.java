package org.banshi.eventstore.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.AppendUnknownException;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.LaneB;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.OverloadedException;
import org.banshi.eventstore.StoreUnavailableException;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.Operation.Answer;
import org.banshi.eventstore.history.Operation.Append;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One caller in a closed loop: commands of one event and of many, transactions short and long, on
 * few streams, claims and keys, so that they collide.
 */
final class Writer implements Callable<List<Operation>> {

    /** Metadata key of what tells an append from every other. */
    static final String LABEL = "label";

    private static final int DIARIES = 6;
    private static final int TITLES = 3;
    private static final int KEYS = 40;
    private static final int PERCENT = 100;

    private final String name;
    private final Node node;
    private final Random random;
    private final int operations;
    private final List<Operation> done = new ArrayList<>();
    private final Set<Class<?>> failures;

    /**
     * @param failures to add those to that it was told
     */
    Writer(String name, Node node, long seed, int operations, Set<Class<?>> failures) {
        this.failures = failures;
        this.name = name;
        this.node = node;
        this.random = new Random(seed);
        this.operations = operations;
    }

    private enum Lane {
        COMMAND,
        TRANSACTION,
        ABANDONED
    }

    @Override
    public List<Operation> call() {
        for (int i = 0; i < operations; i++) {
            Lane lane = chance(90) ? Lane.TRANSACTION : Lane.ABANDONED;
            one(name + '-' + i, chance(30) ? lane : Lane.COMMAND);
        }
        return done;
    }

    private void one(String id, Lane lane) {
        String key = chance(20) ? "key-" + random.nextInt(KEYS) : null;
        List<Append> appends = new ArrayList<>();
        List<EventMessage<?>> messages = new ArrayList<>();
        long invoked = System.nanoTime();
        Answer answer;
        try {
            plan(id, appends, messages);
            answer = attempt(id, lane, messages, key);
        } catch (DataAccessException e) {
            // The versions could not even be read.
            failures.add(e.getClass());
            answer = Answer.REFUSED;
        }
        if (!appends.isEmpty()) {
            done.add(new Operation(id, invoked, System.nanoTime(), answer, appends, key));
        }
    }

    private Answer attempt(
            String id, Lane lane, List<EventMessage<?>> messages, @Nullable String key) {
        Map<String, Object> metadata =
                key == null
                        ? Map.of()
                        : Map.of(
                                DuplicateRequestException.KEY,
                                key,
                                DuplicateRequestException.HASH,
                                id);
        UnitOfWork<Message<?>> unit =
                DefaultUnitOfWork.startAndGet(
                        new GenericCommandMessage<>("command").withMetaData(metadata));
        try {
            if (lane == Lane.COMMAND) {
                node.store().publish(messages);
            } else {
                transaction(id, unit, messages);
            }
            if (lane == Lane.ABANDONED) {
                unit.rollback();
                return Answer.REFUSED;
            }
            unit.commit();
            return Answer.APPENDED;
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            return answer(e);
        }
    }

    private void transaction(String id, UnitOfWork<?> unit, List<EventMessage<?>> messages) {
        LaneB.attach(unit, node.transactions, node.store());
        node.jdbc.update("insert into proof_work values (?)", id);
        int pause = random.nextInt(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            node.store().publish(messages.get(i));
            if (i == pause && chance(30)) {
                // Another's commit passes by the open transaction.
                CompletableFuture.runAsync(
                                () -> one(id + "-meanwhile", Lane.COMMAND),
                                task -> new Thread(task).start())
                        .join();
            }
        }
    }

    /** What a caller may conclude from each exception, and from no other. */
    private Answer answer(RuntimeException failure) {
        failures.add(failure.getClass());
        if (failure instanceof ConcurrencyException) {
            return Answer.MOVED_ON;
        }
        if (failure instanceof AppendUnknownException) {
            return Answer.UNKNOWN;
        }
        if (failure instanceof ClaimConflictException
                || failure instanceof DuplicateRequestException
                || failure instanceof StoreUnavailableException
                || failure instanceof OverloadedException
                || failure instanceof TransactionException
                || failure instanceof DataAccessException) {
            return Answer.REFUSED;
        }
        throw failure;
    }

    private void plan(String id, List<Append> appends, List<EventMessage<?>> messages) {
        int wanted = chance(50) ? 1 : 1 + random.nextInt(5);
        Map<String, Long> next = new LinkedHashMap<>();
        for (int i = 0; i < wanted; i++) {
            String diary = chance(15) ? "own-" + id : "diary-" + random.nextInt(DIARIES);
            long sequence = next.computeIfAbsent(diary, this::next);
            next.put(diary, sequence + 1);
            String label = id + '/' + i;
            appends.add(new Append(diary, sequence, label));
            messages.add(
                    new GenericDomainEventMessage<>(
                                    "diary",
                                    diary,
                                    sequence,
                                    event(diary, i),
                                    StampMetadata.of(Node.STAMP))
                            .andMetaData(Map.of(LABEL, label)));
        }
    }

    /** Mostly right; now and then a version that is too old or too new. */
    private long next(String diary) {
        long next = node.log().lastSequence(diary).orElse(-1L) + 1;
        return chance(95) ? next : Math.max(0, next + (random.nextBoolean() ? 1 : -1));
    }

    private Event event(String diary, int page) {
        String title = "title-" + random.nextInt(TITLES);
        if (chance(15)) {
            return Node.begun(diary, title);
        }
        if (chance(20)) {
            return Node.closed(diary, chance(30) ? Claim.EVERY : title);
        }
        return Node.written(diary, page);
    }

    private boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }
}
