package org.banshi.process.world;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.banshi.process.history.CaseMoves;
import org.banshi.process.work.Work;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** What goes wrong in the next transaction that moves a case. */
public final class Faults {

    /** The test's own thread, and the engine's reader. */
    private static final Set<String> STRUCK = Set.of("main", "reader-engine");

    /** What this reader does moves no case: it has faults of its own. */
    private static final String POLICIES = "reader-policies";

    private final AtomicReference<Runnable> beforeAppend = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> atAppend = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> policyBeforeAppend = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> policyAtAppend = new AtomicReference<>(() -> {});

    /** After the engine's last flush, before the events are appended. Once. */
    public void beforeAppend(Runnable fault) {
        beforeAppend.set(fault);
    }

    /** When all is ready for append and commit, which are one message. Once. */
    public void atAppend(Runnable fault) {
        atAppend.set(fault);
    }

    /** In the next batch of the policies' reader, before what follows is appended. Once. */
    public void policyBeforeAppend(Runnable fault) {
        policyBeforeAppend.set(fault);
    }

    /** In the next batch of the policies' reader, when all is ready for append and commit. Once. */
    public void policyAtAppend(Runnable fault) {
        policyAtAppend.set(fault);
    }

    public void clear() {
        for (AtomicReference<Runnable> fault :
                List.of(beforeAppend, atAppend, policyBeforeAppend, policyAtAppend)) {
            fault.set(() -> {});
        }
    }

    TransactionSynchronization before() {
        return new Fault(Ordered.HIGHEST_PRECEDENCE, beforeAppend, policyBeforeAppend);
    }

    TransactionSynchronization after() {
        return new Fault(Ordered.LOWEST_PRECEDENCE, atAppend, policyAtAppend);
    }

    /** Queries are spared. */
    private record Fault(
            int order, AtomicReference<Runnable> what, AtomicReference<Runnable> ofPolicies)
            implements TransactionSynchronization, Ordered {

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            boolean moves = Work.get().findNote(CaseMoves.class).isPresent();
            String thread = Thread.currentThread().getName();
            if (moves && STRUCK.contains(thread)) {
                what.getAndSet(() -> {}).run();
            } else if (thread.equals(POLICIES)) {
                ofPolicies.getAndSet(() -> {}).run();
            }
        }
    }
}
