package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Tells the story, a line per step; or keeps silent, where many cases run at once. */
final class Teller {

    private final PrintStream out;
    private final boolean silent;

    Teller(PrintStream out, boolean silent) {
        this.out = out;
        this.silent = silent;
    }

    void say(String who, String what) {
        if (!silent) {
            out.printf("%-22s %s%n", who, what);
        }
    }

    /** What the applicant reads now. */
    void progress(JsonNode progress) {
        String until = progress.path("until").path("day").asText("");
        say(
                "",
                "→ %s%s%s"
                        .formatted(
                                progress.path("now").path("en").asText(),
                                who(progress),
                                until.isEmpty() ? "" : ", until " + until));
    }

    private static String who(JsonNode progress) {
        String who = progress.path("who").path("en").asText("");
        return who.isEmpty() ? "" : " [" + who + "]";
    }
}
