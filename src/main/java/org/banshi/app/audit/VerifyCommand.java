package org.banshi.app.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.DatabaseReach;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.CheckpointKey;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.eventstore.tree.Verification;
import org.banshi.query.projection.progress.CaseNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what was tampered with, beside a running instance or without one. */
public final class VerifyCommand implements Subcommand {

    private static final String USAGE =
            "usage: ./banshi verify [--from N] [--to M] [--case NUMBER] [--checkpoint FILE]";
    private static final Set<String> OPTIONS = Set.of("--from", "--to", "--case", "--checkpoint");
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
        return "check the log against its tree: verify [--from N] [--to M] [--case NUMBER]"
                + " [--checkpoint FILE]";
    }

    @Override
    public int run(List<String> arguments) throws SQLException {
        Map<String, String> options = options(arguments);
        if (options == null) {
            System.err.println(USAGE);
            return USED_WRONGLY;
        }
        try (DatabaseReach reach = DatabaseReach.of(Launch.data())) {
            DataSource source = Auditing.source(reach.database());
            return verify(source, options, Auditing.key(Launch.data()), System.out);
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
        boolean numbers =
                options.getOrDefault("--from", "1").matches("[1-9]\\d{0,17}")
                        && options.getOrDefault("--to", "1").matches("[1-9]\\d{0,17}");
        return numbers && !(ranged && options.containsKey("--case")) ? options : null;
    }

    static int verify(
            DataSource source, Map<String, String> options, CheckpointKey key, PrintStream out)
            throws SQLException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        boolean forged = false;
        if (options.containsKey("--checkpoint")) {
            for (Checkpoint it : CheckpointFile.read(Path.of(options.get("--checkpoint")))) {
                if (key.signed(it)) {
                    checkpoints.add(it);
                } else {
                    forged = true;
                    out.printf(
                            "verify: the checkpoint of %s at %d is not signed with key %s%n",
                            it.time(), it.size(), key.id());
                }
            }
        }
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
            found = verifier.stream(application.get().value(), checkpoints);
        } else if (options.containsKey("--from") || options.containsKey("--to")) {
            long from = Long.parseLong(options.getOrDefault("--from", "1"));
            long to = Long.parseLong(options.getOrDefault("--to", "" + Long.MAX_VALUE));
            if (to < from) {
                out.println(USAGE);
                return USED_WRONGLY;
            }
            found = verifier.range(from, to, checkpoints, progress(out));
        } else {
            found = verifier.whole(checkpoints, progress(out));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        found.findings().forEach(it -> out.println("verify: TAMPERED " + it));
        if (found.more() > 0) {
            out.printf("verify: and %d findings more%n", found.more());
        }
        out.printf(
                "verify: %s; %d events, positions %d to %d, %d checkpoints, %.1f s, %.0f events/s,"
                        + " root %s%n",
                found.good() && !forged ? "good" : "TAMPERED",
                found.events(),
                found.from(),
                found.to(),
                checkpoints.size(),
                seconds,
                found.events() / seconds,
                found.root());
        return found.good() && !forged ? GOOD : TAMPERED;
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
