package org.banshi.app.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.banshi.app.platform.ChildProcess;
import org.banshi.app.platform.Database;
import org.banshi.eventstore.history.Operation;

/** A node under load, seen from the supervisor, who keeps what the node's callers were told. */
final class LoadProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final long PAUSE_MILLIS = 5;

    private final String name;
    private final Process process;
    private final PrintStream in;
    private final Thread listener;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

    private final Ledger ledger = new Ledger();

    private LoadProcess(String name, Process process, PrintStream in) {
        this.name = name;
        this.process = process;
        this.in = in;
        this.listener = new Thread(() -> listen(process.getInputStream()), "node-" + name);
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Starts a node, at rest.
     *
     * @param name differs from every other of the run
     */
    static LoadProcess start(String name, long seed, Database database, Path keys, Path log)
            throws IOException {
        List<String> words = List.of(LoadCommand.NAME, name, Long.toString(seed), keys.toString());
        Process process =
                new ProcessBuilder(ChildProcess.command(words))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        PrintStream in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        in.println(
                database.url()
                        .replaceFirst(
                                "jdbc:postgresql://",
                                "postgresql://%s:%s@"
                                        .formatted(database.user(), database.password())));
        return new LoadProcess(name, process, in);
    }

    private void listen(InputStream output) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            // A pipe of a process that was killed ends in either way.
            words.add("gone: " + e.getMessage());
        }
        words.add("gone");
    }

    /** The end of a line that a kill cut off is lost with it: its operation stays unknown. */
    private void hear(String line) {
        if (!ledger.note(line)) {
            words.add(line);
        }
    }

    String name() {
        return name;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    List<Operation> operations() {
        return ledger.operations();
    }

    long acknowledged() {
        return ledger.acknowledged();
    }

    void go() {
        in.println(Word.GO);
    }

    void rest() {
        in.println(Word.REST);
    }

    /**
     * Waits for one of the node's words.
     *
     * @throws ViolationException when the node ends or says nothing instead
     */
    void await(String word) throws InterruptedException {
        String heard = words.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!word.equals(heard)) {
            throw new ViolationException(
                    "node %s was to be %s; instead: %s"
                            .formatted(name, word, heard == null ? "nothing" : heard));
        }
    }

    /**
     * Waits until one more command is acknowledged than there were.
     *
     * @throws ViolationException when the node does not recover
     */
    void awaitMoreThan(long before) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.acknowledged() <= before) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new ViolationException("node " + name + " does not recover");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** {@code kill -9}; whatever it said before is heard. */
    void kill() throws InterruptedException {
        // The process's own method would close the pipe, and lose what is in it.
        process.toHandle().destroyForcibly();
        process.waitFor();
        listener.join();
    }
}
