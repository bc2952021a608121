package org.banshi.app.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.access.JournalCheck;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.transfer.ExportFile;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.eventstore.LogFileVerifier;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.eventstore.tree.Verification;
import org.banshi.query.projection.progress.CaseNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what was tampered with: in the log, beside a running instance or without one, or in an
 * export, without any database.
 */
public final class VerifyCommand implements Subcommand {

    private static final String USAGE =
            "usage: ./banshi verify [--from N] [--to M] [--case NUMBER] [--file EXPORT]"
                    + " [--checkpoint FILE [--public-key KEY]]";
    private static final Set<String> OPTIONS =
            Set.of("--from", "--to", "--case", "--file", "--checkpoint", "--public-key");
    private static final int GOOD = 0;
    private static final int TAMPERED = 1;
    private static final int USED_WRONGLY = 2;
    private static final long TELL_EVERY = 100_000;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "check the log, or an export of it: verify [--file EXPORT] [--from N] [--to M]"
                + " [--case NUMBER] [--checkpoint FILE [--public-key KEY]]";
    }

    @Override
    public int run(List<String> arguments) throws SQLException {
        Map<String, String> options = options(arguments);
        if (options == null) {
            System.err.println(USAGE);
            return USED_WRONGLY;
        }
        Path data = Launch.data();
        try {
            if (options.containsKey("--file")) {
                return file(options, data, System.out);
            }
            try (DatabaseHost host = DatabaseHost.reach(data)) {
                return log(Auditing.source(host.database()), options, data, System.out);
            }
        } catch (StartUpException e) {
            System.err.println("banshi: " + e.getMessage());
            return USED_WRONGLY;
        }
    }

    /** Null when they make no sense. */
    static @Nullable Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!OPTIONS.contains(name)
                    || i + 1 == arguments.size()
                    || options.put(name, arguments.get(i + 1)) != null) {
                return null;
            }
        }
        boolean ranged = options.containsKey("--from") || options.containsKey("--to");
        int parts = ranged ? 1 : 0;
        parts += options.containsKey("--case") ? 1 : 0;
        parts += options.containsKey("--file") ? 1 : 0;
        boolean numbers =
                options.getOrDefault("--from", "1").matches("[1-9]\\d{0,17}")
                        && options.getOrDefault("--to", "1").matches("[1-9]\\d{0,17}");
        boolean idle = options.containsKey("--public-key") && !options.containsKey("--checkpoint");
        return numbers && parts < 2 && !idle ? options : null;
    }

    /**
     * @param data the folder that holds the installation's own key
     */
    static int log(DataSource source, Map<String, String> options, Path data, PrintStream out)
            throws SQLException {
        TrustedCheckpoints checkpoints = TrustedCheckpoints.of(options, data, out);
        LogVerifier verifier = new LogVerifier(source);
        long began = System.nanoTime();
        Verification found;
        if (options.containsKey("--case")) {
            Optional<ApplicationId> application =
                    new CaseNumbers(JdbcClient.create(source)).find(options.get("--case"));
            if (application.isEmpty()) {
                out.println("verify: no case has this number");
                return USED_WRONGLY;
            }
            found = verifier.stream(application.get().value(), checkpoints.list(), progress(out));
            out.println(
                    "verify: one case: its events, and the log from the last of them to the end, where"
                            + " any that was removed or moved elsewhere stood; what is found there"
                            + " may be another case's");
        } else if (options.containsKey("--from") || options.containsKey("--to")) {
            long from = Long.parseLong(options.getOrDefault("--from", "1"));
            long to = Long.parseLong(options.getOrDefault("--to", "" + Long.MAX_VALUE));
            if (to < from) {
                out.println(USAGE);
                return USED_WRONGLY;
            }
            found = verifier.range(from, to, checkpoints.list(), progress(out));
        } else {
            found = verifier.whole(checkpoints.list(), progress(out));
            int log = tell(found, checkpoints, began, out);
            return log == GOOD ? journal(source, out) : log;
        }
        return tell(found, checkpoints, began, out);
    }

    /** The journal of access is whole where it is as a log says that is good itself. */
    private static int journal(DataSource source, PrintStream out) {
        Optional<JournalCheck.Found> found = JournalCheck.in(source).map(JournalCheck::check);
        if (found.isEmpty()) {
            return GOOD;
        }
        JournalCheck.Found journal = found.get();
        journal.findings()
                .forEach(
                        it ->
                                out.printf(
                                        "verify: TAMPERED access journal at %d: %s%n",
                                        it.position(), it.fault()));
        out.printf(
                "verify: access journal %s; entries %d to %d, the log vouches up to %d%n",
                journal.good() ? "good" : "TAMPERED",
                journal.from(),
                journal.to(),
                journal.sealed());
        return journal.good() ? GOOD : TAMPERED;
    }

    /**
     * @param data the folder that holds the installation's own key, if there is one here
     */
    static int file(Map<String, String> options, Path data, PrintStream out) {
        String file = options.get("--file");
        TrustedCheckpoints checkpoints = TrustedCheckpoints.of(options, data, out);
        long began = System.nanoTime();
        try (InputStream in = ExportFile.open(file)) {
            Optional<Verification> found =
                    new LogFileVerifier(in, checkpoints.list()).verify(progress(out));
            if (found.isEmpty()) {
                throw new StartUpException(
                        file + " begins later than the log: only an export of all can be verified");
            }
            return tell(found.get(), checkpoints, began, out);
        } catch (IOException e) {
            throw ExportFile.unreadable(file, e);
        }
    }

    private static int tell(
            Verification found, TrustedCheckpoints checkpoints, long began, PrintStream out) {
        double seconds = (System.nanoTime() - began) / 1e9;
        boolean good = found.good() && !checkpoints.forged();
        found.findings().forEach(it -> out.println("verify: TAMPERED " + it));
        if (found.more() > 0) {
            out.printf("verify: and %d findings more%n", found.more());
        }
        out.printf(
                "verify: %s; %d events, positions %d to %d, %d checkpoints, %.1f s, %.0f events/s,"
                        + " root %s%n",
                good ? "good" : "TAMPERED",
                found.events(),
                found.from(),
                found.to(),
                checkpoints.list().size(),
                seconds,
                found.events() / seconds,
                found.root());
        return good ? GOOD : TAMPERED;
    }

    private static LongConsumer progress(PrintStream out) {
        long[] told = {0};
        return position -> {
            if (position / TELL_EVERY > told[0]) {
                told[0] = position / TELL_EVERY;
                out.printf("verify: at %d%n", position);
            }
        };
    }
}
