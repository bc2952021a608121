package org.banshi.app.privacy;

import java.time.Duration;
import java.util.List;
import org.banshi.app.material.MaterialStore;
import org.banshi.command.contract.privacy.PrivacyEvent.Erased;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.crypto.KeyVault;
import org.banshi.process.work.RootWork;
import org.banshi.query.contract.page.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys what is left of an erased person: the key, if that has not happened, the account's
 * details, drafts and papers.
 */
public final class ErasedPersons implements Subscription {

    /** Name of this reader of the log. */
    public static final String NAME = "erased-persons";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeyVault keys;
    private final AccountEraser accounts;
    private final MaterialStore materials;
    private final LogPositions positions;
    private final JdbcClient jdbc;
    private final RootWork root;

    public ErasedPersons(
            KeyVault keys,
            AccountEraser accounts,
            MaterialStore materials,
            LogPositions positions,
            JdbcClient jdbc,
            RootWork root) {
        this.keys = keys;
        this.accounts = accounts;
        this.materials = materials;
        this.positions = positions;
        this.jdbc = jdbc;
        this.root = root;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public boolean concerns(Recorded recorded) {
        return recorded.event() instanceof Erased;
    }

    /** What ends with the person is told to the log in the same transaction. */
    @Override
    public void surround(Runnable transaction) {
        root.run(
                () -> {
                    transaction.run();
                    return transaction;
                });
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Erased erased) {
                // The views forget by the event itself; nothing is left once this reader is done.
                demand(Views.WORK_LIST, recorded.position());
                demand(Views.PROGRESS, recorded.position());
                erase(erased);
            }
        }
    }

    private void demand(String view, long position) {
        if (!positions.await(view, position, PATIENCE)) {
            throw new IllegalStateException("the view " + view + " is behind");
        }
    }

    private void erase(Erased erased) {
        keys.destroy(erased.person());
        accounts.erase(erased.person());
        materials.eraseOf(erased.person());
        for (String table : List.of("draft", "correction")) {
            jdbc.sql("delete from %s where person = ?".formatted(table))
                    .param(erased.person().value())
                    .update();
        }
    }
}
