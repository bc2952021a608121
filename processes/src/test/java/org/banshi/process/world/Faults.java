package org.banshi.process.world;

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

    private final AtomicReference<Runnable> beforeAppend = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> afterAppend = new AtomicReference<>(() -> {});

    /** After the engine's last flush, before the events are appended. Once. */
    public void beforeAppend(Runnable fault) {
        beforeAppend.set(fault);
    }

    /** After the events were appended, before the commit. Once. */
    public void afterAppend(Runnable fault) {
        afterAppend.set(fault);
    }

    public void clear() {
        beforeAppend.set(() -> {});
        afterAppend.set(() -> {});
    }

    TransactionSynchronization before() {
        return new Fault(Ordered.HIGHEST_PRECEDENCE, beforeAppend);
    }

    TransactionSynchronization after() {
        return new Fault(Ordered.LOWEST_PRECEDENCE, afterAppend);
    }

    /** Queries are spared. */
    private record Fault(int order, AtomicReference<Runnable> what)
            implements TransactionSynchronization, Ordered {

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            boolean moves = Work.get().findNote(CaseMoves.class).isPresent();
            if (moves && STRUCK.contains(Thread.currentThread().getName())) {
                what.getAndSet(() -> {}).run();
            }
        }
    }
}
