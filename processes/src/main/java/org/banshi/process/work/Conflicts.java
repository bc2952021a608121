package org.banshi.process.work;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells a lost race, after which trying again is right, from a failure. */
public final class Conflicts {

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    private Conflicts() {}

    /** Whether {@code thrown} only says that somebody else was quicker. */
    public static boolean isConflict(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OptimisticLockingException
                    || t instanceof ConcurrencyException
                    || t instanceof ConcurrencyFailureException
                    || t instanceof LockAcquisitionFailedException
                    || t instanceof SQLException sql && STATES.contains("" + sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
