package org.banshi.app.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Database;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** One node under load, in a process that {@link ChaosCommand} starts and may kill. */
public final class LoadCommand implements Subcommand {

    static final String NAME = "chaos-load";

    private static final int CALLERS = 6;

    private volatile boolean going;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "one node under load (part of chaos)";
    }

    /**
     * @param arguments name of the node, seed, folder of the keys; the database on the first line
     *     of the standard input, as it holds a password
     */
    @Override
    public int run(List<String> arguments) throws Exception {
        PrintStream out = System.out;
        // Whatever else is printed must not get among the words.
        System.setOut(System.err);
        LoggingSystem.get(LoadCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Database database = Database.of(in.readLine(), null, null);
        Path bpmn = Launch.home().resolve("bpmn");
        try (CaseNode node = new CaseNode(database, bpmn, Path.of(arguments.get(2)))) {
            node.read();
            Random random = new Random(Long.parseLong(arguments.get(1)));
            List<Caller> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Random own = new Random(random.nextLong());
                callers.add(new Caller(arguments.get(0) + '-' + i, node, out, own));
            }
            say(out, Word.READY);
            obey(in, out, callers);
        }
        return 0;
    }

    /** Until the supervisor is gone. */
    private void obey(BufferedReader in, PrintStream out, List<Caller> callers)
            throws IOException, InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            going = word.equals(Word.GO);
            if (going) {
                callers.forEach(caller -> threads.add(start(caller)));
            } else {
                for (Thread thread : threads) {
                    thread.join();
                }
                threads.clear();
                say(out, Word.RESTING);
            }
        }
    }

    private Thread start(Caller caller) {
        Thread thread =
                new Thread(
                        () -> {
                            while (going) {
                                caller.run();
                            }
                        });
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (it, failure) -> {
                    failure.printStackTrace();
                    // An answer that no caller may get: the supervisor sees the node gone.
                    Runtime.getRuntime().halt(1);
                });
        thread.start();
        return thread;
    }

    private static void say(PrintStream out, String word) {
        synchronized (out) {
            out.println(word);
            out.flush();
        }
    }
}
