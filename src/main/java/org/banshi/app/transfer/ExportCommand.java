package org.banshi.app.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.LogExport;

/** Writes the log to a file. */
public final class ExportCommand implements Subcommand {

    private static final String USAGE =
            "usage: ./banshi export FILE [--from N] [--to M]  (- for standard output)";
    private static final String STANDARD_OUTPUT = "-";

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "write the log out as CloudEvents, one a line: export FILE [--from N] [--to M]";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() % 2 == 0) {
            throw new StartUpException(USAGE);
        }
        String file = arguments.get(0);
        long from = 1;
        long to = Long.MAX_VALUE;
        for (int i = 1; i < arguments.size(); i += 2) {
            long position = position(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case "--from" -> from = position;
                case "--to" -> to = position;
                default -> throw new StartUpException(USAGE);
            }
        }
        if (!file.equals(STANDARD_OUTPUT)) {
            long written = toFile(Path.of(file), from, to);
            System.out.println("exported " + written + " events");
            return 0;
        }
        PrintStream out = System.out;
        // What else is said must not get between the lines.
        System.setOut(System.err);
        try (OutputStream buffered = new BufferedOutputStream(out)) {
            write(from, to, buffered);
        }
        return 0;
    }

    private static long toFile(Path file, long from, long to) throws IOException {
        try (OutputStream bare = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            boolean small = file.toString().endsWith(".gz");
            try (OutputStream out =
                    small ? new GZIPOutputStream(bare, 1 << 16) : new BufferedOutputStream(bare)) {
                return write(from, to, out);
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartUpException("there is a file " + file + " already", e);
        } catch (IOException | RuntimeException e) {
            // Half an export looks like a whole one.
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long write(long from, long to, OutputStream out) throws IOException {
        try (LogDatabase database = LogDatabase.asItIs()) {
            return new LogExport(database.pool()).write(from, to, out);
        }
    }

    private static long position(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new StartUpException(USAGE);
        }
        return Long.parseLong(text);
    }
}
