package org.banshi.app.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How this program starts itself again in a process of its own. */
public final class ChildProcess {

    private ChildProcess() {}

    /** The same program and settings, with other words after it. */
    public static List<String> command(List<String> words) {
        return command(Map.of(), words);
    }

    /** The same program, with some settings changed, and other words after it. */
    public static List<String> command(Map<String, String> settings, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("banshi."))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        // Of two, the last counts.
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.banshi.app.Banshi"));
        command.addAll(words);
        return command;
    }
}
