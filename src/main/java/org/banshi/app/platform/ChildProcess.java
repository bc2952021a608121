package org.banshi.app.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program starts itself again in a process of its own. */
public final class ChildProcess {

    private ChildProcess() {}

    /** The same program and settings, with other words after it. */
    public static List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("banshi."))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.banshi.app.Banshi"));
        command.addAll(words);
        return command;
    }
}
