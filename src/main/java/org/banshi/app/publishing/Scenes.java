package org.banshi.app.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.publishing.Upload.Scene;

/** Reads the lines that the player of scenarios writes. */
final class Scenes {

    private static final Pattern RESULT = Pattern.compile("(ok {2}|FAIL) [^/ ]+/(.+)");
    private static final String DETAIL = " ".repeat(7);

    private Scenes() {}

    /** Whether the line is of the report, and not of the program that made it. */
    static boolean isOf(String service, String line) {
        return RESULT.matcher(line).matches()
                || line.startsWith("FAIL ")
                || line.startsWith(DETAIL)
                || line.startsWith(service + ":");
    }

    static List<Scene> of(List<String> report) {
        List<Scene> scenes = new ArrayList<>();
        for (String line : report) {
            Matcher result = RESULT.matcher(line);
            if (result.matches()) {
                scenes.add(new Scene(result.group(2), line.startsWith("ok"), new ArrayList<>()));
            } else if (line.startsWith(DETAIL) && !scenes.isEmpty()) {
                scenes.get(scenes.size() - 1).differences().add(line.strip());
            }
        }
        return scenes;
    }
}
