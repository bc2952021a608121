package org.banshi.app.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.DatabaseHost;

/**
 * Signs where the log stands, beside a running instance or without one. The line is printed, or
 * added to a file, which belongs on another machine, with the public key that checks it.
 */
public final class CheckpointCommand implements Subcommand {

    @Override
    public String name() {
        return "checkpoint";
    }

    @Override
    public String summary() {
        return "sign where the log stands: checkpoint [FILE to add it to | --public-key]";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        if (arguments.equals(List.of("--public-key"))) {
            System.out.println(Auditing.key(Launch.data()).publicHalf().text());
            return 0;
        }
        if (arguments.size() > 1 || arguments.stream().anyMatch(it -> it.startsWith("-"))) {
            System.err.println("usage: ./banshi checkpoint [FILE | --public-key]");
            return 2;
        }
        String line;
        try (DatabaseHost host = DatabaseHost.reach(Launch.data())) {
            line =
                    CheckpointFile.line(
                            Auditing.checkpoints(Auditing.source(host.database()), Launch.data())
                                    .newest());
        }
        if (arguments.isEmpty()) {
            System.out.print(line);
        } else {
            Files.writeString(
                    Path.of(arguments.get(0)),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return 0;
    }
}
