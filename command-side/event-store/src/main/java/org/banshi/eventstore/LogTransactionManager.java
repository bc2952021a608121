package org.banshi.eventstore;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions on the log's database. One in which events were published (lane B) ends with one
 * message to the server that both appends them and commits: whoever appends holds the log's lock
 * until the commit, so nothing that takes time, such as a way to the server and back, may lie
 * between the two. Every other transaction commits as ever.
 *
 * <p>Nothing can be done in such a transaction once its synchronizations have been called before
 * completion: there is no moment between the append and the commit.
 */
public final class LogTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient DataSource database;

    public LogTransactionManager(DataSource database) {
        super(database);
        this.database = database;
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        TransactionBuffer buffer = TransactionBuffer.find(database);
        if (buffer != null && status.isNewTransaction()) {
            buffer.willAppend();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException when a stream has moved on
     * @throws ClaimConflictException when another stream holds a claim that an event acquires
     * @throws DuplicateRequestException when the request's idempotency key was used before
     * @throws StoreUnavailableException when the database refused
     */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        TransactionBuffer buffer = TransactionBuffer.find(database);
        if (buffer != null) {
            try {
                buffer.appendAndCommit();
            } catch (SQLException e) {
                throw translateException("append and commit", e);
            }
        }
        // After an append there is nothing left to commit, which the driver knows.
        super.doCommit(status);
    }
}
