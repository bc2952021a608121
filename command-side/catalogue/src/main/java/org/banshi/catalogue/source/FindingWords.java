package org.banshi.catalogue.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.text.Text;

/**
 * What is found in a package, in Chinese as well. A message is known by its English words with
 * {@code {}} where a name or a value stands; the Chinese ones, with the same names in the same
 * order, stand on the next line of {@code finding-words.txt}. So findings that were kept long ago
 * are told in Chinese, too. Where a checker is quoted that is not ours, {@link CheckerWords} knows
 * what it says; what it does not know is marked as the checker's own words.
 */
final class FindingWords {

    /** Messages that end with the words of a checker. */
    private static final Set<String> QUOTING =
            Set.of(
                    "not BPMN 2.0: {}",
                    "not DMN: {}",
                    "not FEEL: {}",
                    "not JSON: {}",
                    "not XML: {}",
                    "not YAML: {}",
                    "Mend the file: {}",
                    "It {}");

    /** Without names or values. */
    private static final Map<String, String> PLAIN = new HashMap<>();

    /** With some; those that say most by themselves first. */
    private static final List<Message> MESSAGES = read();

    private FindingWords() {}

    private record Message(Pairs.Pair pair, boolean quotes) {}

    /** Both languages; English in both where the message is not known. */
    static Text of(String english) {
        String plain = PLAIN.get(english);
        if (plain != null) {
            return Text.of(plain, english);
        }
        for (Message message : MESSAGES) {
            Optional<String> chinese =
                    message.pair()
                            .chinese(
                                    english,
                                    message.quotes()
                                            ? CheckerWords::of
                                            : value -> PLAIN.getOrDefault(value, value));
            if (chinese.isPresent()) {
                return Text.of(chinese.get(), english);
            }
        }
        return Text.of(english, english);
    }

    private static List<Message> read() {
        List<Message> messages = new ArrayList<>();
        for (Pairs.Pair pair : Pairs.read("finding-words.txt")) {
            if (pair.places() == 0) {
                PLAIN.put(pair.english(), pair.chinese());
            } else {
                messages.add(new Message(pair, QUOTING.contains(pair.english())));
            }
        }
        messages.sort(
                Comparator.comparingInt((Message one) -> one.pair().english().length()).reversed());
        return List.copyOf(messages);
    }
}
