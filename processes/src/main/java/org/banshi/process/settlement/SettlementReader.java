package org.banshi.process.settlement;

import java.util.Set;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.Interest;
import org.banshi.process.work.RootWork;

/** What the readers of rounds have in common: one root unit of work around each batch. */
abstract class SettlementReader implements Subscription {

    private final String name;
    private final RootWork root;
    private final Interest interest;

    SettlementReader(String name, RootWork root, Set<Class<? extends Event>> of) {
        this.name = name;
        this.root = root;
        this.interest =
                new Interest() {
                    @Override
                    public boolean in(Class<? extends Event> type) {
                        return of.contains(type);
                    }

                    @Override
                    public boolean inPersonal(Class<? extends Event> type, String component) {
                        return false;
                    }
                };
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Interest interest() {
        return interest;
    }

    @Override
    public final void surround(Runnable transaction) {
        root.run(
                () -> {
                    transaction.run();
                    return transaction;
                });
    }
}
