package org.banshi.catalogue.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages in English and Chinese, a line each, with {@code {}} for names and values. */
final class Pairs {

    private static final String PLACE = "{}";

    private Pairs() {}

    /**
     * A message.
     *
     * @param pattern of the English words
     * @param places how many names and values it has
     */
    record Pair(String english, String chinese, Pattern pattern, int places) {

        /** In Chinese with the values of {@code told}; empty where it is another message. */
        Optional<String> chinese(String told, UnaryOperator<String> value) {
            Matcher matcher = pattern.matcher(told);
            return matcher.matches() ? Optional.of(filled(matcher, value)) : Optional.empty();
        }

        private String filled(Matcher values, UnaryOperator<String> value) {
            StringBuilder words = new StringBuilder();
            int from = 0;
            for (int one = 1; one <= places; one++) {
                int place = chinese.indexOf(PLACE, from);
                words.append(chinese, from, place).append(value.apply(values.group(one)));
                from = place + PLACE.length();
            }
            return words.append(chinese.substring(from)).toString();
        }
    }

    /** All of a file beside this class. */
    static List<Pair> read(String file) {
        List<Pair> pairs = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            pairs.add(of(lines.get(i), lines.get(i + 1)));
        }
        return pairs;
    }

    static Pair of(String english, String chinese) {
        int places = places(english);
        if (places != places(chinese)) {
            throw new IllegalStateException("not the same values: " + english);
        }
        return new Pair(english, chinese, pattern(english), places);
    }

    private static Pattern pattern(String english) {
        return Pattern.compile(
                Stream.of(english.split(Pattern.quote(PLACE), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("(.*?)")),
                Pattern.DOTALL);
    }

    private static int places(String words) {
        return words.split(Pattern.quote(PLACE), -1).length - 1;
    }

    private static List<String> lines(String file) {
        try (InputStream words = Objects.requireNonNull(Pairs.class.getResourceAsStream(file))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
