package org.banshi.app.scenario;

import java.util.ArrayList;
import java.util.List;
import org.banshi.catalogue.source.Located;
import org.jspecify.annotations.Nullable;

/**
 * How what happened differs from what a scenario's file says, each with the line of the file that
 * says so: a publisher mends either the file or the package.
 */
final class Differences {

    private static final String NOTHING = "nothing";

    private final Located scenario;
    private final List<String> told = new ArrayList<>();

    /**
     * @param scenario the scenario's file
     */
    Differences(Located scenario) {
        this.scenario = scenario;
    }

    /** The words, each with its line. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Something to be told at one of the actions, counted from 0. */
    void action(int action, String words) {
        List<Located> actions = scenario.nearest("actions").items();
        tell(action < actions.size() ? actions.get(action) : scenario, words);
    }

    /** Something to be told of an expectation. */
    void expectation(String words, String... path) {
        tell(scenario.nearest("expect").nearest(path), words);
    }

    /** A value that has to be as expected; {@code null} where there is none. */
    void value(String what, @Nullable Object wanted, @Nullable Object is, String... path) {
        if (!String.valueOf(wanted).equals(String.valueOf(is))) {
            expectation(what + ": expected " + word(wanted) + " but found " + word(is), path);
        }
    }

    /** A list that has to be as expected: where it differs first, and how it is, to be copied. */
    void list(String what, List<String> wanted, List<String> is) {
        if (wanted.equals(is)) {
            return;
        }
        int at = 0;
        while (at < wanted.size() && at < is.size() && wanted.get(at).equals(is.get(at))) {
            at++;
        }
        expectation(
                String.format(
                        "%s: number %d is expected to be %s but is %s; found were %s",
                        what, at + 1, at(wanted, at), at(is, at), is),
                what);
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : NOTHING;
    }

    private static String word(@Nullable Object value) {
        return value == null || value.equals("") ? NOTHING : String.valueOf(value);
    }

    private void tell(Located at, String words) {
        told.add("line " + at.line() + ": " + words);
    }
}
