package org.banshi.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time of the database server's processes by what they are for (Linux). A session that
 * ends leaves its time to nobody: so they are looked at a few times a second.
 */
final class ServerTimes implements AutoCloseable {

    /** What is no session, by what PostgreSQL calls its processes. */
    private static final List<String> HELPERS =
            List.of(
                    "checkpointer",
                    "background writer",
                    "walwriter",
                    "autovacuum launcher",
                    "autovacuum worker",
                    "parallel worker",
                    "logical replication launcher");

    private static final String SESSIONS = "sessions";
    private static final String TITLE = "postgres: ";
    private static final Duration EVERY = Duration.ofMillis(250);

    /** A process, and its ticks when it was seen last. */
    private record Process(String kind, double nanos) {}

    private final Map<Long, Process> seen = new HashMap<>();
    private final Map<Long, Double> begun = new HashMap<>();
    private final Thread thread = new Thread(this::run, "bench-server-times");
    private volatile boolean ending;

    ServerTimes() {
        look();
        seen.forEach((pid, process) -> begun.put(pid, process.nanos()));
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!ending) {
                Thread.sleep(EVERY.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        ProcessHandle.current()
                .descendants()
                .forEach(
                        process -> {
                            String kind = kind(process.pid());
                            if (!kind.isEmpty()) {
                                // It may end in between, and then seems to have used none.
                                seen.merge(
                                        process.pid(),
                                        new Process(kind, CpuTime.own(process.pid())),
                                        (was, is) -> is.nanos() < was.nanos() ? was : is);
                            }
                        });
    }

    /** Empty for what is gone, or is no process of the server but its first. */
    private static String kind(long pid) {
        String title;
        try {
            title = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
        if (!title.startsWith(TITLE)) {
            return "";
        }
        String name = title.substring(TITLE.length());
        return HELPERS.stream().filter(name::startsWith).findFirst().orElse(SESSIONS);
    }

    /** Nanoseconds since the beginning, by kind. */
    synchronized Map<String, Double> nanos() {
        Map<String, Double> kinds = new TreeMap<>();
        seen.forEach((pid, process) -> kinds.merge(process.kind(), spent(pid), Double::sum));
        return kinds;
    }

    /** Nanoseconds of the busiest session. */
    synchronized double busiest() {
        return seen.entrySet().stream()
                .filter(it -> it.getValue().kind().equals(SESSIONS))
                .mapToDouble(it -> spent(it.getKey()))
                .max()
                .orElse(0);
    }

    private double spent(long pid) {
        Process process = seen.get(pid);
        return process == null ? 0 : Math.max(0, process.nanos() - begun.getOrDefault(pid, 0.0));
    }

    /** Takes a last look. */
    void end() {
        look();
        close();
    }

    @Override
    public void close() {
        ending = true;
        thread.interrupt();
    }
}
