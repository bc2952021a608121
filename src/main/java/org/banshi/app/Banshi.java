package org.banshi.app;

import java.util.Arrays;
import java.util.List;
import org.banshi.app.audit.CheckpointCommand;
import org.banshi.app.audit.VerifyCommand;
import org.banshi.app.backup.BackupCommand;
import org.banshi.app.backup.RestoreCommand;
import org.banshi.app.bench.BenchCommand;
import org.banshi.app.chaos.ChaosCommand;
import org.banshi.app.chaos.LoadCommand;
import org.banshi.app.demo.DemoCommand;
import org.banshi.app.keys.RotateCommand;
import org.banshi.app.material.PicturesCommand;
import org.banshi.app.operation.RebuildCommand;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.scenario.CheckCommand;
import org.banshi.app.scenario.ScenariosCommand;
import org.banshi.app.transfer.ExportCommand;
import org.banshi.app.transfer.ImportCommand;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The main class: finds the sub-command and runs it. */
public final class Banshi {

    private static final List<Subcommand> SUBCOMMANDS =
            List.of(
                    new RunCommand(),
                    new ServeCommand(),
                    new PrepareCommand(),
                    new ScenariosCommand(),
                    new CheckCommand(),
                    new DemoCommand(),
                    new BenchCommand(),
                    new ChaosCommand(),
                    new LoadCommand(),
                    new RebuildCommand(),
                    new CheckpointCommand(),
                    new VerifyCommand(),
                    new ExportCommand(),
                    new ImportCommand(),
                    new BackupCommand(),
                    new RestoreCommand(),
                    new RotateCommand(),
                    new PicturesCommand());

    private Banshi() {}

    public static void main(String[] args) {
        int code = run(args.length == 0 ? List.of("help") : Arrays.asList(args));
        if (code != Subcommand.KEEP_RUNNING) {
            System.exit(code);
        }
    }

    /** Runs the sub-command that the first word names; its exit code. */
    static int run(List<String> words) {
        for (Subcommand subcommand : SUBCOMMANDS) {
            if (subcommand.name().equals(words.get(0))) {
                return run(subcommand, words.subList(1, words.size()));
            }
        }
        System.err.println("banshi: no such command; there are:");
        for (Subcommand subcommand : SUBCOMMANDS) {
            System.err.printf("  %-10s %s%n", subcommand.name(), subcommand.summary());
        }
        return 2;
    }

    private static int run(Subcommand subcommand, List<String> arguments) {
        if (!subcommand.logs()) {
            LoggingSystem logging = LoggingSystem.get(Banshi.class.getClassLoader());
            logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
            // Where an application ran in this process before, its own level stood here.
            logging.setLogLevel("org.banshi", null);
        }
        try {
            return subcommand.run(arguments);
        } catch (StartUpException e) {
            System.err.println("banshi: " + e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace();
            return 1;
        }
    }
}
