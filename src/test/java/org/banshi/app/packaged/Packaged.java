package org.banshi.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The application as it was packaged and laid out. */
final class Packaged {

    /** Where {@code ./banshi} starts it from, as the build has laid it out. */
    private static final Path APPLICATION = Path.of("target", "application").toAbsolutePath();

    private static final Path JAR = APPLICATION.resolve("banshi.jar");
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private Packaged() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command that runs it on a port and a data folder. */
    static List<String> run(int port, Path data) {
        return command(port, data, "run");
    }

    /** Sends Ctrl-C, as a terminal does. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** The command that does something with a port and a data folder. */
    static List<String> command(int port, Path data, String... words) {
        assertThat(JAR).as("the packaged application").exists();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                // Under some build tools, Ctrl-C is ignored by all that they start.
                                "env",
                                "--default-signal=INT",
                                java(),
                                // Short runs: compiling them well costs more than it saves.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:SharedArchiveFile=" + APPLICATION.resolve("banshi.jsa"),
                                "-Xshare:auto",
                                "-Xlog:disable",
                                "-Xlog:all=error:stderr",
                                "-Dbanshi.home=" + HOME,
                                "-Dbanshi.port=" + port,
                                "-Dbanshi.data=" + data,
                                "-Dbanshi.play-scenarios=false",
                                "-Dbanshi.postgres=" + APPLICATION.resolve("postgres"),
                                "-jar",
                                JAR.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** Starts it; what it says goes to a file, so that it never waits for a reader. */
    static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** What it said until it was ready. */
    static String awaitReady(Process process, Path output) throws IOException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> Files.readString(output).contains("Ctrl-C") || !process.isAlive());
        assertThat(Files.readString(output)).contains("Banshi is ready");
        return Files.readString(output);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A folder below the build's output, as the system's may be out of reach elsewhere. */
    static Path folder(String purpose) throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), purpose);
    }
}
