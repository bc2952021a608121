package org.banshi.eventstore;

import java.sql.SQLException;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * One transaction for what the engine does and the events it leads to (lane B).
 *
 * <p>The opener of a root unit of work calls {@link #attach} right after starting it:
 *
 * <pre>{@code
 * UnitOfWork<Message<?>> root = DefaultUnitOfWork.startAndGet(message);
 * LaneB.attach(root, transactions, store);
 * root.executeWithResult(() -> engineCall());   // commands dispatched inside join root and transaction
 * }</pre>
 *
 * <p>From then on, on this thread: commands' events gather in the root unit of work. When the root
 * commits, they are handed to the transaction in its PREPARE_COMMIT phase. The transaction commits
 * as the last handler of its COMMIT phase (Axon runs those in reverse order of registration, so
 * attach first). Together with that commit, hence after the engine's own flush, goes one {@code
 * append_group} call that takes the log's lock, checks versions, claims and receipts, and gives the
 * positions; which is why the transactions are those of a {@link LogTransactionManager}. Any
 * conflict there throws ({@code ConcurrencyException}, {@link ClaimConflictException}, {@link
 * DuplicateRequestException}): the transaction rolls back as a whole, and the root goes to its
 * ROLLBACK phase. Readers are told, and {@link LogPositions#lastAppended} is set, after the real
 * commit; the root's AFTER_COMMIT handlers run after that too. When the root rolls back, so does
 * the transaction.
 *
 * <p>Inside another transaction (a {@link Subscription}'s, for instance) the root takes part in it:
 * append and commit happen with the outer one, whose failure is the outer caller's to see.
 */
public final class LaneB {

    private LaneB() {}

    /** Opens a transaction with default settings that ends with {@code root}. */
    public static void attach(
            UnitOfWork<?> root, PlatformTransactionManager transactions, PostgresEventStore store) {
        attach(root, transactions, store, new DefaultTransactionDefinition());
    }

    /**
     * Opens, or joins, a transaction that ends with {@code root}.
     *
     * @throws IllegalStateException when {@code root} has a parent, or the transaction is not one
     *     of the event store's database
     */
    public static void attach(
            UnitOfWork<?> root,
            PlatformTransactionManager transactions,
            PostgresEventStore store,
            TransactionDefinition definition) {
        if (!root.isRoot()) {
            throw new IllegalStateException("only a root unit of work owns a transaction");
        }
        TransactionStatus transaction = transactions.getTransaction(definition);
        TransactionBuffer buffer;
        try {
            buffer = store.buffer();
        } catch (RuntimeException e) {
            transactions.rollback(transaction);
            throw e;
        }
        root.onCommit(unit -> commit(transactions, transaction, buffer));
        root.onRollback(
                unit -> {
                    if (!transaction.isCompleted()) {
                        transactions.rollback(transaction);
                    }
                });
    }

    private static void commit(
            PlatformTransactionManager transactions,
            TransactionStatus transaction,
            TransactionBuffer buffer) {
        if (transaction.isNewTransaction() && transaction.isRollbackOnly()) {
            transactions.rollback(transaction);
            throw new UnexpectedRollbackException("the transaction was marked rollback-only");
        }
        try {
            transactions.commit(transaction);
        } catch (UnexpectedRollbackException e) {
            throw e;
        } catch (TransactionException | DataAccessException e) {
            // Unless the server refused, the reply was lost: the log can tell what took place.
            boolean lost =
                    transaction.isNewTransaction()
                            && e.getCause() instanceof SQLException cause
                            && !Outcomes.certainlyFailed(cause);
            if (!lost || !buffer.committedAfterAll()) {
                throw e;
            }
        }
    }
}
