package org.banshi.app.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.platform.DataFolder;
import org.banshi.app.platform.PostgresServer;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.Operation.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node on a data folder of its own, with callers and somebody who hands papers in. */
final class Drill implements AutoCloseable {

    private static final Path BPMN = Path.of("..", "bpmn").toAbsolutePath().normalize();
    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
    private static final int CALLERS = 2;
    private static final int CASES_A_PAPER = 5;
    private static final PersonId PERSON = new PersonId("drill-person");

    final PostgresServer server;
    final CaseNode node;
    final Ledger ledger = new Ledger();
    private final MaterialStore papers;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean going;
    private volatile int handedIn;

    /**
     * @param fresh whether the folder is empty
     */
    Drill(Path data, boolean fresh) {
        server = PostgresServer.start(DataFolder.create(data).resolve("postgres"), PROGRAMS);
        if (fresh) {
            Site.prepare(server.database());
        }
        node = new CaseNode(server.database(), BPMN, data.resolve("keys"));
        papers =
                new MaterialStore(
                        data.resolve("materials"),
                        node.store.personalData(),
                        JdbcClient.create(node.pool));
        node.read();
    }

    /** Begins to file cases and papers. */
    void load(String name) {
        going = true;
        PrintStream out = new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller(name + '-' + i, node, out, new Random());
            start(caller::run);
        }
        Caller slow = new Caller(name + "-slow", node, out, new Random());
        start(
                () -> {
                    handIn();
                    for (int i = 0; i < CASES_A_PAPER; i++) {
                        slow.run();
                    }
                });
    }

    private void start(Runnable work) {
        Thread thread =
                new Thread(
                        () -> {
                            while (going) {
                                work.run();
                            }
                        });
        thread.start();
        threads.add(thread);
    }

    private void handIn() {
        byte[] paper = ("%PDF-1.4\npaper " + handedIn).getBytes(StandardCharsets.US_ASCII);
        papers.store(PERSON, paper, CaseNode.AT);
        handedIn++;
    }

    void awaitMore(int operations) {
        long before = ledger.acknowledged();
        int papersBefore = handedIn;
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                ledger.acknowledged() >= before + operations
                                        && handedIn > papersBefore);
    }

    void rest() throws InterruptedException {
        going = false;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** What may be expected of a past moment: whatever had been answered then. */
    static List<Operation> asOf(List<Operation> moment, List<Operation> all) {
        Map<String, Operation> then =
                moment.stream().collect(Collectors.toMap(Operation::id, Function.identity()));
        return all.stream()
                .map(
                        it ->
                                then.getOrDefault(
                                        it.id(),
                                        new Operation(
                                                it.id(),
                                                it.invoked(),
                                                Long.MAX_VALUE,
                                                Answer.UNKNOWN,
                                                it.appends(),
                                                it.receipt())))
                .toList();
    }

    @Override
    public void close() {
        node.close();
        server.close();
    }

    /** Notes whole lines in the ledger. */
    private final class Lines extends OutputStream {

        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(int character) throws IOException {
            if (character == '\n') {
                if (!ledger.note(line.toString())) {
                    throw new IOException("not a word: " + line);
                }
                line.setLength(0);
            } else {
                line.append((char) character);
            }
        }
    }
}
