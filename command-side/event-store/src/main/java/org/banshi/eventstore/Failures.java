package org.banshi.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells failures of an event from those of the database, and describes them without their texts.
 */
final class Failures {

    /** SQL state of a server that went down before its answer came. */
    static final String CONNECTION_FAILURE = "08006";

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");

    private static final int DEPTH = 10;

    private Failures() {}

    /** The database is away, ending, out of room, or had to choose a victim: no event's fault. */
    static boolean ofDatabase(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof TransientDataAccessResourceException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof StoreUnavailableException
                    || cause instanceof AppendUnknownException) {
                return true;
            }
            if (cause instanceof SQLException sql && ofDatabase(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofDatabase(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58")
                        || TRY_AGAIN.contains(state));
    }

    /** Types of the exceptions, and where the innermost arose. Texts may quote personal data. */
    static String describe(Throwable failure) {
        List<Throwable> causes = causes(failure);
        StringBuilder text = new StringBuilder();
        for (Throwable cause : causes) {
            text.append(text.isEmpty() ? "" : " < ").append(cause.getClass().getName());
        }
        StackTraceElement[] trace = causes.get(causes.size() - 1).getStackTrace();
        if (trace.length > 0) {
            text.append(" at ").append(trace[0]);
        }
        return text.toString();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable it = failure; it != null && causes.size() < DEPTH; it = it.getCause()) {
            causes.add(it);
        }
        return causes;
    }
}
