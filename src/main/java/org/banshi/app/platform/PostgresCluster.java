package org.banshi.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A folder of PostgreSQL's data: made once, and told apart from other servers' folders. */
final class PostgresCluster {

    static final String USER = "banshi";

    private static final int SECONDS_FOR_A_TOOL = 120;

    private final Path folder;
    private final Path programs;

    PostgresCluster(Path folder, Path programs) {
        this.folder = folder;
        this.programs = programs;
    }

    Path folder() {
        return folder;
    }

    private static Path passwordFile(Path folder) {
        return folder.resolveSibling("postgres.password");
    }

    static String password(Path folder) {
        try {
            return Files.readString(passwordFile(folder)).strip();
        } catch (IOException e) {
            throw new StartUpException("cannot read " + passwordFile(folder), e);
        }
    }

    /** Where a server listens that works on {@code folder} and is ready; empty when none is. */
    static OptionalInt readyPort(Path folder) {
        Path file = folder.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() >= 8
                            && lines.get(7).strip().equals("ready")
                            && serves(Long.parseLong(lines.get(0).strip()), folder)
                    ? OptionalInt.of(Integer.parseInt(lines.get(3).strip()))
                    : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            throw new StartUpException("cannot read " + file, e);
        }
    }

    /**
     * Make the cluster unless it is there. It appears by one rename, so a start that was killed
     * half-way leaves nothing that looks like a cluster.
     */
    void create() {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = folder.resolveSibling("postgres.new");
        try {
            if (Files.exists(fresh)) {
                PostgresBinaries.delete(fresh);
            }
            writePassword();
            run(
                    "make the database",
                    List.of(
                            program("initdb"),
                            "--pgdata=" + fresh,
                            "--username=" + USER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile(folder),
                            "--encoding=UTF8",
                            // Without a UTF-8 locale, trigram search on Chinese finds nothing.
                            "--locale=C.UTF-8",
                            "--data-checksums",
                            // Rounds make a guess of a person's password dear. This one is 192
                            // random bits, and each connection would pay for the rounds.
                            "--set=scram_iterations=1"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartUpException("cannot make the database in " + folder, e);
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile(folder));
        Files.createFile(
                passwordFile(folder),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwordFile(folder),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /**
     * Stop a server that still runs on this folder, left over from a process that was killed, and
     * forget a dead one. The caller owns the data folder, so nobody needs that server.
     *
     * @return whether there was one
     */
    boolean stopLeftOver() {
        OptionalLong left = recordedServer();
        if (left.isEmpty()) {
            return false;
        }
        if (!servesThisFolder(left.getAsLong())) {
            endSessions();
            // The number may belong to an innocent process by now, and PostgreSQL would refuse.
            delete(folder.resolve("postmaster.pid"));
            return false;
        }
        try {
            stop();
        } catch (StartUpException e) {
            // It may have been about to end with the process that was killed.
            if (recordedServer().isPresent()) {
                throw e;
            }
        }
        return true;
    }

    /**
     * A session that is busy outlives the first process of its server, and PostgreSQL rightly does
     * not start beside it.
     */
    private void endSessions() {
        List<ProcessHandle> left =
                ProcessHandle.allProcesses().filter(it -> servesThisFolder(it.pid())).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(it -> it.onExit().join());
    }

    /** Stop the server: sessions are ended, everything is written, then it goes. */
    void stop() {
        run(
                "stop the database",
                List.of(
                        program("pg_ctl"),
                        "--pgdata=" + folder,
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + SECONDS_FOR_A_TOOL,
                        "stop"));
    }

    private OptionalLong recordedServer() {
        Path file = folder.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return OptionalLong.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | NumberFormatException e) {
            throw new StartUpException("cannot read " + file, e);
        }
    }

    /** All of PostgreSQL's processes work in its data folder. */
    private boolean servesThisFolder(long process) {
        return serves(process, folder);
    }

    private static boolean serves(long process, Path folder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process), "cwd"), folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartUpException("cannot delete " + file, e);
        }
    }

    String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    /** The command as the system has to be given it. */
    static List<String> asOrdinaryUser(List<String> command) {
        List<String> whole = new ArrayList<>();
        // Its own session, so that Ctrl-C in a terminal reaches us and not the server under us.
        whole.add("setsid");
        if (isRoot()) {
            // PostgreSQL refuses root; in a user namespace of its own it is nobody special.
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void run(String purpose, List<String> command) {
        try {
            Path output = folder.resolveSibling("postgres-tools.log");
            Process process =
                    new ProcessBuilder(asOrdinaryUser(command))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(SECONDS_FOR_A_TOOL + 10L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.waitFor() != 0) {
                throw new StartUpException(
                        "cannot %s: %s (see %s)"
                                .formatted(purpose, why(Files.readString(output)), output));
            }
        } catch (IOException e) {
            throw new StartUpException("cannot " + purpose + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartUpException("interrupted; cannot " + purpose, e);
        }
    }

    private static String why(String output) {
        if (output.contains("unshare failed")) {
            return "PostgreSQL does not run as root and user namespaces are switched off here;"
                    + " start as another user, or set BANSHI_DATABASE_URL";
        }
        return output.lines()
                .filter(line -> line.contains("error:") || line.contains("FATAL"))
                .findFirst()
                .orElseGet(() -> output.lines().reduce("", (a, b) -> b));
    }
}
