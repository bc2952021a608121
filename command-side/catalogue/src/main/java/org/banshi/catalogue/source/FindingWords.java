package org.banshi.catalogue.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.text.Text;

/**
 * What is found in a package, in Chinese as well. A message is known by its English words with
 * {@code {}} where a name or a value stands; the Chinese ones, with the same names in the same
 * order, stand on the next line of {@code finding-words.txt}. So findings that were kept long ago
 * are told in Chinese, too.
 */
final class FindingWords {

    private static final String PLACE = "{}";

    /** Without names or values. */
    private static final Map<String, String> PLAIN = new HashMap<>();

    /** With some; those that say most by themselves first. */
    private static final List<Message> MESSAGES = read();

    private FindingWords() {}

    private record Message(Pattern english, String chinese, int words) {}

    /** Both languages; English in both where the message is not known. */
    static Text of(String english) {
        String plain = PLAIN.get(english);
        if (plain != null) {
            return Text.of(plain, english);
        }
        for (Message message : MESSAGES) {
            Matcher matcher = message.english().matcher(english);
            if (matcher.matches()) {
                return Text.of(filled(message.chinese(), matcher), english);
            }
        }
        return Text.of(english, english);
    }

    private static String filled(String chinese, Matcher values) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (int value = 1; value <= values.groupCount(); value++) {
            int place = chinese.indexOf(PLACE, from);
            String one = values.group(value);
            words.append(chinese, from, place).append(PLAIN.getOrDefault(one, one));
            from = place + PLACE.length();
        }
        return words.append(chinese.substring(from)).toString();
    }

    private static List<Message> read() {
        List<Message> messages = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String english = lines.get(i);
            String chinese = lines.get(i + 1);
            if (places(english) != places(chinese)) {
                throw new IllegalStateException("not the same values: " + english);
            }
            if (places(english) == 0) {
                PLAIN.put(english, chinese);
            } else {
                messages.add(new Message(pattern(english), chinese, english.length()));
            }
        }
        messages.sort(Comparator.comparingInt(Message::words).reversed());
        return List.copyOf(messages);
    }

    private static Pattern pattern(String english) {
        return Pattern.compile(
                Stream.of(english.split(Pattern.quote(PLACE), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("(.*?)")),
                Pattern.DOTALL);
    }

    private static long places(String words) {
        return words.split(Pattern.quote(PLACE), -1).length - 1;
    }

    private static List<String> lines() {
        try (InputStream words =
                Objects.requireNonNull(
                        FindingWords.class.getResourceAsStream("finding-words.txt"))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
