package org.banshi.process.work;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** The engine's outermost interceptor: every engine command runs in a root unit of work. */
public final class WorkInterceptor extends CommandInterceptor {

    private final RootWork root;

    public WorkInterceptor(RootWork root) {
        this.root = root;
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command) {
        if (Work.current().isPresent()) {
            return next.execute(command);
        }
        try {
            return root.run(() -> next.execute(command));
        } catch (RuntimeException e) {
            if (Conflicts.isConflict(e) && !(e instanceof OptimisticLockingException)) {
                // The engine repeats a job that lost a race without counting it as a failure.
                OptimisticLockingException lost =
                        new OptimisticLockingException("lost a race: " + e.getClass().getName());
                lost.initCause(e);
                throw lost;
            }
            throw e;
        }
    }
}
