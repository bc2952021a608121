package org.banshi.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Measures on a database of its own, made for it and thrown away after. */
public final class BenchCommand implements Subcommand {

    /** Only done on request where it has to be quick. */
    private static final Set<String> LONG =
            Set.of(
                    "snapshot evidence encryption growth large families settlement http log-ins worklist"
                            .split(" "));

    private static final String PROFILE = "--profile";

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "measure beside peers in the same run; --quick: shorter, fewer rounds;"
                + " --warm-up SECONDS, --round SECONDS, --rounds COUNT; --profile FILE";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        List<String> wanted = new ArrayList<>(arguments);
        Path recording = takeProfile(wanted);
        boolean quick = wanted.remove("--quick");
        Duel.Plan usual = quick ? Duel.Plan.QUICK : Duel.Plan.FULL;
        Duel.Plan plan =
                new Duel.Plan(
                        Duration.ofSeconds(take(wanted, "--warm-up", usual.warmUp().toSeconds())),
                        Duration.ofSeconds(take(wanted, "--round", usual.round().toSeconds())),
                        take(wanted, "--rounds", usual.rounds()));
        Map<String, Groups.Group> groups = Groups.all();
        if (!groups.keySet().containsAll(wanted)) {
            throw new StartUpException(
                    "usage: ./banshi bench [--quick] [--profile FILE] ["
                            + String.join("|", groups.keySet())
                            + "]...");
        }
        groups.keySet()
                .removeIf(
                        it -> wanted.isEmpty() ? quick && LONG.contains(it) : !wanted.contains(it));
        Path scratch = Files.createTempDirectory("banshi-bench");
        Profile profile = recording == null ? null : Profile.into(recording);
        try (DatabaseHost host = DatabaseHost.openEmbedded(scratch)) {
            for (Map.Entry<String, Groups.Group> group : groups.entrySet()) {
                Database own =
                        Databases.created(
                                host.database(), "bench_" + group.getKey().replace("-", "_"));
                Path files = Files.createDirectory(scratch.resolve(group.getKey()));
                Profile.Measured measured = () -> group.getValue().measure(own, files, plan);
                if (profile == null) {
                    measured.run();
                } else {
                    profile.of(group.getKey(), measured);
                }
            }
            if (profile != null) {
                profile.end().forEach(System.out::println);
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return 0;
    }

    /** Takes the file of a recording out of the arguments; null where none is wanted. */
    private static @Nullable Path takeProfile(List<String> arguments) {
        int at = arguments.indexOf(PROFILE);
        if (at < 0) {
            return null;
        }
        arguments.remove(at);
        if (at == arguments.size()) {
            throw new StartUpException(PROFILE + " needs a file, such as bench.jfr");
        }
        Path file = Path.of(arguments.remove(at)).toAbsolutePath();
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw new StartUpException("there is no folder for " + file);
        }
        return file;
    }

    /** Takes an option and its number out of the arguments. */
    private static int take(List<String> arguments, String option, long usual) {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return (int) usual;
        }
        arguments.remove(at);
        if (at == arguments.size() || !arguments.get(at).matches("[1-9]\\d{0,3}")) {
            throw new StartUpException(option + " needs a number from 1 to 9999");
        }
        return Integer.parseInt(arguments.remove(at));
    }
}
