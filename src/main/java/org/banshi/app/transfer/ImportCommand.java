package org.banshi.app.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.banshi.app.Subcommand;
import org.banshi.app.config.OldRevisions;
import org.banshi.app.config.Stories;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.ImportRefusedException;
import org.banshi.eventstore.LogImport;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.process.delivery.WhenDeliveryRequestedThenSend;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.register.WhenRegisterAskedThenAsk;

/**
 * Reads an export of a whole log into an empty store. Read models follow from it at the next start.
 * The process engine, the automations and papers are no part of the log: an imported case can be
 * read and audited, but does not go on. To move a system, back it up and restore it.
 */
public final class ImportCommand implements Subcommand {

    private static final List<String> REACTIONS =
            List.of(
                    EngineSubscription.NAME,
                    WhenDeliveryRequestedThenSend.NAME,
                    WhenRegisterAskedThenAsk.NAME);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "read an export of a whole log into an empty store: import FILE";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new StartUpException("usage: ./banshi import FILE  (- for standard input)");
        }
        String file = arguments.get(0);
        try (InputStream in = ExportFile.open(file);
                LogDatabase database = LogDatabase.migrated();
                FileKeyVault keys =
                        FileKeyVault.open(
                                database.host().data().resolve("keys"),
                                Setting.of("banshi.master.key").orElse(null))) {
            LogImport.Imported imported =
                    new LogImport(
                                    database.pool(),
                                    Stories.EVENTS,
                                    Stories.CLAIMS,
                                    keys,
                                    OldRevisions.UPCASTERS)
                            .read(in, REACTIONS);
            System.out.printf(
                    "imported %d events, chain %s%n", imported.events(), imported.chain());
            return 0;
        } catch (ImportRefusedException refused) {
            throw new StartUpException(
                    "nothing was imported from " + file + ": " + refused.getMessage(), refused);
        } catch (IOException unreadable) {
            throw ExportFile.unreadable(file, unreadable);
        }
    }
}
