package org.banshi.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.text.Text;

/**
 * Spells out where a figure comes from. Data name sources by code, such as {@code [S26 H]}, with
 * how sure they are: {@code H} was checked, {@code M} was read at second hand, {@code L} is a guess
 * from elsewhere. People read the title instead. Immutable.
 */
public final class Sources {

    /** Where there are none: everything is read as it is written. */
    public static final Sources NONE = new Sources(Map.of(), Map.of());

    private static final Pattern CODES =
            Pattern.compile("\\s*\\[(S(?:-\\w+|\\d+)(?:[ ,]+S(?:-\\w+|\\d+))*)(?: ([HML]))?]\\s*");

    private static final Map<String, Text> SURENESS =
            Map.of(
                    "M", Text.of("转引，原文未见", "at second hand"),
                    "L", Text.of("依据不足，待确认", "to be confirmed"));

    private final Map<String, Text> titles;
    private final Map<String, String> english;

    /**
     * @param titles by code
     * @param phrases English of what else is written beside codes, by the Chinese
     */
    public Sources(Map<String, Text> titles, Map<String, String> phrases) {
        this.titles = Map.copyOf(titles);
        this.english =
                phrases.entrySet().stream()
                        .sorted(Comparator.comparing(it -> -it.getKey().length()))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (one, other) -> one,
                                        LinkedHashMap::new));
    }

    /** Whether a code has a title. */
    public boolean knows(String code) {
        return titles.containsKey(code);
    }

    /** The codes that a text names, in order. */
    public static List<String> codes(String source) {
        return CODES.matcher(source)
                .results()
                .flatMap(it -> Stream.of(it.group(1).split("[ ,]+")))
                .toList();
    }

    /** {@code source} with titles for codes; one that is not known is left out. */
    public Text readable(String source) {
        return Text.of(
                spelt(source, Text::zh, "《%s》", "、", "（%s）").strip(),
                spelt(inEnglish(source), Text::en, "%s", ", ", " (%s) ")
                        .strip()
                        .replaceAll(" +([,;:.)])", "$1"));
    }

    private String inEnglish(String source) {
        String text = source;
        for (Map.Entry<String, String> phrase : english.entrySet()) {
            text = text.replace(phrase.getKey(), phrase.getValue());
        }
        return english.isEmpty()
                ? text
                : text.replace("；", "; ").replace("，", ", ").replace("：", ": ");
    }

    private String spelt(
            String source,
            Function<Text, String> language,
            String title,
            String between,
            String aside) {
        Matcher codes = CODES.matcher(source);
        return codes.replaceAll(
                found -> {
                    String named =
                            Stream.of(found.group(1).split("[ ,]+"))
                                    .map(titles::get)
                                    .filter(Objects::nonNull)
                                    .map(it -> title.formatted(language.apply(it)))
                                    .collect(Collectors.joining(between));
                    Text sure = found.group(2) == null ? null : SURENESS.get(found.group(2));
                    String mark = sure == null ? "" : aside.formatted(language.apply(sure));
                    boolean first = found.start() == 0;
                    return Matcher.quoteReplacement(
                            first ? named + mark + " " : aside.formatted(named) + mark);
                });
    }
}
