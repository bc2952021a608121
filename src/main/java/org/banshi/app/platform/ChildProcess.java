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
        command.add(java());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("banshi."))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        // Of two, the last counts.
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        return with(command, words);
    }

    /**
     * The same program without our settings, some of which are secrets, and other words after it.
     *
     * @param options of the virtual machine
     */
    public static List<String> apart(List<String> options, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options);
        return with(command, words);
    }

    private static List<String> with(List<String> command, List<String> words) {
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.banshi.app.Banshi"));
        command.addAll(words);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
