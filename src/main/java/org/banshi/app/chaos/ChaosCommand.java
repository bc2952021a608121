package org.banshi.app.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * Kills nodes and PostgreSQL at random while cases are filed, starts them again, and holds what is
 * left to what callers were told, cycle by cycle. Ends with code 1 at the first violation, and
 * leaves everything where it can be looked at.
 */
public final class ChaosCommand implements Subcommand {

    private static final String USAGE =
            "usage: ./banshi chaos --cycles N [--seed S] [--disk-full]; the last as root only";
    private static final int CYCLES_PER_DATABASE = 25;

    @Override
    public String name() {
        return "chaos";
    }

    @Override
    public String summary() {
        return "kill nodes and database under load, check what is left: --cycles N [--seed S]";
    }

    private record Plan(int cycles, long seed, boolean diskFull) {}

    @Override
    public int run(List<String> arguments) throws Exception {
        Plan plan = plan(arguments);
        LoggingSystem.get(ChaosCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        System.out.printf("chaos: %d cycles, --seed %d%n", plan.cycles, plan.seed);
        Path scratch = Files.createTempDirectory("banshi-chaos");
        Tally tally = new Tally();
        try {
            cycles(plan, scratch, tally);
        } catch (ViolationException e) {
            System.out.println(tally);
            System.out.printf(
                    "chaos: VIOLATION, --seed %d: %s%nWhat is left is in %s%n",
                    plan.seed, e.getMessage(), scratch);
            return 1;
        }
        FileSystemUtils.deleteRecursively(scratch);
        System.out.println(tally);
        System.out.println("chaos: no violation");
        return 0;
    }

    private static void cycles(Plan plan, Path scratch, Tally tally) throws Exception {
        Random random = new Random(plan.seed);
        Path programs = Setting.of("banshi.postgres").map(Path::of).orElse(scratch.resolve("pg"));
        for (int done = 0; done < plan.cycles; done += CYCLES_PER_DATABASE) {
            Path folder = Files.createDirectory(scratch.resolve("from-cycle-" + (done + 1)));
            try (Disk disk = plan.diskFull ? Disk.small(folder) : Disk.asItIs();
                    Round round = new Round(folder, programs, random, disk.isSmall(), tally)) {
                // Ctrl-C reaches this process alone; the nodes end with it.
                Thread interrupted =
                        new Thread(
                                () -> {
                                    round.abandon();
                                    disk.unmount();
                                });
                Runtime.getRuntime().addShutdownHook(interrupted);
                try {
                    int last = Math.min(plan.cycles, done + CYCLES_PER_DATABASE);
                    for (int cycle = done + 1; cycle <= last; cycle++) {
                        System.out.printf("cycle %d: %s%n", cycle, round.cycle(cycle));
                    }
                } finally {
                    Runtime.getRuntime().removeShutdownHook(interrupted);
                }
            }
        }
    }

    private static Plan plan(List<String> arguments) {
        int cycles = 0;
        long seed = System.nanoTime();
        boolean diskFull = false;
        try {
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--cycles" -> cycles = Integer.parseInt(arguments.get(++i));
                    case "--seed" -> seed = Long.parseLong(arguments.get(++i));
                    case "--disk-full" -> diskFull = true;
                    default -> throw new StartUpException(USAGE);
                }
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new StartUpException(USAGE);
        }
        if (cycles < 1) {
            throw new StartUpException(USAGE);
        }
        return new Plan(cycles, seed, diskFull);
    }
}
