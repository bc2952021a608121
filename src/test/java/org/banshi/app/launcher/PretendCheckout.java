package org.banshi.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder with the real launcher in it, and a JDK and build tools that only write down what they
 * are asked for.
 */
record PretendCheckout(Path folder) {

    private static final String JAVA =
            """
            #!/bin/sh
            case "$*" in
                *-version*) echo 'openjdk version "17"' ;;
                *jarmode*)
                    echo extracted >>"$CALLS"
                    for last in "$@"; do :; done
                    mkdir -p "$last"
                    ;;
                *prepare) echo prepared >>"$CALLS" ;;
                *scenarios*)
                    echo played >>"$CALLS"
                    for last in "$@"; do :; done
                    mkdir -p "$last"
                    ;;
                *run)
                    trap 'echo "interrupted $$"; exit 0' INT
                    echo "running $$"
                    while :; do sleep 0.1; done
                    ;;
                *) echo "asked for $*" ;;
            esac
            """;

    static PretendCheckout in(Path folder) throws IOException {
        PretendCheckout checkout = new PretendCheckout(folder);
        Files.copy(Path.of("..", "banshi"), folder.resolve("banshi"));
        checkout.write("src/main/Main.java", "class Main {}");
        checkout.write("bpmn/services/lantern/service.yaml", "name: lantern");
        for (String place : List.of(".mvn/x", "command-side/x", "query-side/x", "processes/x")) {
            checkout.write(place, "");
        }
        checkout.write("pom.xml", "<project/>");
        checkout.program("jdk/bin/java", JAVA);
        checkout.program("jdk/bin/javac", "#!/bin/sh\necho javac 17.0.1\n");
        checkout.program("tools/mvn", "#!/bin/sh\necho built >>\"$CALLS\"\n");
        checkout.program("tools/node", "#!/bin/sh\n");
        checkout.program("tools/npm", "#!/bin/sh\n");
        return checkout;
    }

    void write(String place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String place, String text) throws IOException {
        write(place, text);
        Files.setPosixFilePermissions(
                folder.resolve(place), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Starts the launcher; signals reach it as they do from a terminal. */
    Process start(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("env", "--default-signal=INT", folder + "/banshi"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "JAVA_HOME",
                                folder.resolve("jdk").toString(),
                                "CALLS",
                                calls().toString(),
                                "PATH",
                                folder.resolve("tools") + ":" + System.getenv("PATH")));
        return builder.start();
    }

    /** Runs the launcher to its end, and answers what it said. */
    String say(String... words) throws IOException {
        return new String(start(words).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What was asked of the tools since the last time. */
    List<String> newCalls() throws IOException {
        if (!Files.exists(calls())) {
            return List.of();
        }
        List<String> calls = Files.readAllLines(calls());
        Files.delete(calls());
        return calls;
    }

    private Path calls() {
        return folder.resolve("calls.txt");
    }
}
