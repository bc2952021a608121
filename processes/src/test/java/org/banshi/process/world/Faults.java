package org.banshi.process.world;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** What goes wrong in the next transaction of a root unit of work that appends events. */
public final class Faults {

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

    /** Only transactions of officers and readers are struck, not the job executor's own. */
    private record Fault(int order, AtomicReference<Runnable> what)
            implements TransactionSynchronization, Ordered {

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!Thread.currentThread().getName().startsWith("JobExecutor")) {
                what.getAndSet(() -> {}).run();
            }
        }
    }
}
