package org.banshi.catalogue.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the checkers say that are not ours, in Chinese: those of XML, BPMN and DMN (Xerces), JSON
 * (Jackson), YAML (SnakeYAML) and FEEL by {@code checker-words.txt}, that of JSON Schema by the
 * library's own messages, which it has in both languages.
 */
final class CheckerWords {

    /** Where in a file the reader of BPMN and DMN stopped. */
    private static final Pattern PLACE =
            Pattern.compile("(?:(?:Fatal )?Error: )?URI=\\S* Line=(\\d+): (.*)", Pattern.DOTALL);

    private static final String SCHEMA_MESSAGES = "jsv-messages";

    /** A value in a message of the library, such as {@code {0}}. */
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    /** Those that say most by themselves first. */
    private static final List<Pairs.Pair> MESSAGES = read();

    private CheckerWords() {}

    /** In Chinese; marked as the checker's own words where they are not known. */
    static String of(String english) {
        Matcher place = PLACE.matcher(english);
        if (place.matches()) {
            return "第 " + place.group(1) + " 行：" + of(place.group(2));
        }
        for (Pairs.Pair message : MESSAGES) {
            Optional<String> chinese = message.chinese(english, UnaryOperator.identity());
            if (chinese.isPresent()) {
                return chinese.get();
            }
        }
        boolean chinese = english.codePoints().anyMatch(Character::isIdeographic);
        return chinese ? english : "检查程序的英文原话是“" + english + "”";
    }

    private static List<Pairs.Pair> read() {
        List<Pairs.Pair> messages = new ArrayList<>(Pairs.read("checker-words.txt"));
        ResourceBundle english = ResourceBundle.getBundle(SCHEMA_MESSAGES, Locale.ROOT);
        ResourceBundle chinese =
                ResourceBundle.getBundle(SCHEMA_MESSAGES, Locale.SIMPLIFIED_CHINESE);
        for (String key : english.keySet()) {
            String words = english.getString(key);
            if (values(words).equals(values(chinese.getString(key)))) {
                messages.add(Pairs.of(plain(words), plain(chinese.getString(key))));
            }
        }
        messages.sort(Comparator.comparingInt((Pairs.Pair it) -> it.english().length()).reversed());
        return List.copyOf(messages);
    }

    /** The values of a message in the order in which they stand there. */
    private static List<String> values(String words) {
        return VALUE.matcher(words).results().map(it -> it.group()).toList();
    }

    /** As {@link java.text.MessageFormat} writes it; a schema is no architecture. */
    private static String plain(String words) {
        return VALUE.matcher(words.replace("''", "'")).replaceAll("{}").replace("架构", "模式");
    }
}
