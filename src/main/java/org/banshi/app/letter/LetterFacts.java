package org.banshi.app.letter;

import java.util.List;
import java.util.Map;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a letter may tell of a case.
 *
 * @param values by name; an empty text is not known
 * @param lists rows by the list's name, each with values of its own
 */
public record LetterFacts(Map<String, Text> values, Map<String, List<Map<String, Text>>> lists) {

    private static final Text NOTHING = Text.of("", "");

    /** Values where a place stands: those of the row before those of the case. */
    record Row(Map<String, Text> own, Map<String, Text> shared) {

        Text of(String name) {
            Text value = own.get(name);
            return value == null ? shared.getOrDefault(name, NOTHING) : value;
        }
    }

    boolean knows(String name) {
        return !values.getOrDefault(name, NOTHING).zh().isEmpty()
                || !lists.getOrDefault(name, List.of()).isEmpty();
    }

    /** The rows of a list; without one, a single row that has the case's values alone. */
    List<Row> rows(@Nullable String list) {
        return list == null
                ? List.of(new Row(Map.of(), values))
                : lists.getOrDefault(list, List.of()).stream()
                        .map(own -> new Row(own, values))
                        .toList();
    }

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "LetterFacts[...]";
    }
}
