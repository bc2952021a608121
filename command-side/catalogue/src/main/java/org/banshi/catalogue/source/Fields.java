package org.banshi.catalogue.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.banshi.command.contract.text.Text;

/**
 * The entries of one map of a file, taken by name. Whatever is missing, of a wrong type or never
 * taken is a finding; the reader goes on with a harmless value, so that all findings come at once.
 */
public final class Fields {

    private final Located map;
    private final Findings findings;
    private final Set<String> taken = new LinkedHashSet<>();

    public Fields(Located map, Findings findings) {
        this.map = map;
        this.findings = findings;
        if (!map.isMap() && !map.isUnread()) {
            findings.add(map, "there must be entries here", "Write key: value lines");
        }
    }

    public Located at() {
        return map;
    }

    /** The entry, when there is one. */
    public Optional<Located> optional(String key) {
        taken.add(key);
        return Optional.ofNullable(map.entries().get(key)).filter(e -> e.content() != null);
    }

    private Optional<Located> required(String key) {
        Optional<Located> entry = optional(key);
        if (entry.isEmpty() && map.isMap()) {
            findings.add(
                    map.nearest(key), "\"" + key + "\" is missing", "Add \"" + key + "\" here");
        }
        return entry;
    }

    public String text(String key) {
        return required(key).map(value -> filled(key, value)).orElse("");
    }

    private String filled(String key, Located value) {
        String text = scalar(value);
        if (value.text() != null && text.isBlank()) {
            findings.add(value, "\"" + key + "\" is empty", "Write it");
        }
        return text;
    }

    public String text(String key, String otherwise) {
        return optional(key).map(this::scalar).orElse(otherwise);
    }

    private String scalar(Located value) {
        if (value.text() == null) {
            findings.add(value, "there must be a single value here", "Write one word or number");
            return "";
        }
        return value.text();
    }

    public int integer(String key) {
        return required(key).map(this::integerOf).orElse(0);
    }

    public int integer(String key, int otherwise) {
        return optional(key).map(this::integerOf).orElse(otherwise);
    }

    private int integerOf(Located value) {
        if (value.content() instanceof Integer number) {
            return number;
        }
        findings.add(value, "there must be a whole number here", "Write a whole number");
        return 0;
    }

    public boolean flag(String key) {
        return required(key).map(value -> flagOf(value, false)).orElse(false);
    }

    public boolean flag(String key, boolean otherwise) {
        return optional(key).map(value -> flagOf(value, otherwise)).orElse(otherwise);
    }

    private boolean flagOf(Located value, boolean otherwise) {
        if (value.content() instanceof Boolean flag) {
            return flag;
        }
        findings.add(value, "neither true nor false", "Write true or false");
        return otherwise;
    }

    /** Words in both languages. */
    public Text words(String key) {
        return required(key).map(this::wordsOf).orElseGet(() -> Text.of("", ""));
    }

    public Optional<Text> optionalWords(String key) {
        return optional(key).map(this::wordsOf);
    }

    private Text wordsOf(Located value) {
        return words(value, findings);
    }

    /** Reads {@code {zh: …, en: …}}; a missing or blank language is a finding. */
    public static Text words(Located value, Findings findings) {
        Fields languages = new Fields(value, findings);
        Text words = Text.of(languages.text("zh", ""), languages.text("en", ""));
        if (value.isMap() && words.zh().isBlank()) {
            findings.add(value, "the Chinese text is missing", "Add zh: …");
        }
        if (value.isMap() && words.en().isBlank()) {
            findings.add(value, "the English text is missing", "Add en: …");
        }
        languages.done();
        return words;
    }

    /** The entries of a list of single values; none when the key is absent. */
    public List<String> texts(String key) {
        return items(key, this::scalar);
    }

    /** Each item of a list, read by {@code reader}; none when the key is absent. */
    public <T> List<T> items(String key, Function<Located, T> reader) {
        List<T> items = new ArrayList<>();
        optional(key)
                .ifPresent(
                        value -> {
                            if (!value.isList()) {
                                findings.add(value, "there must be a list here", "Write [a, b]");
                            }
                            value.items().forEach(item -> items.add(reader.apply(item)));
                        });
        return items;
    }

    /** Each entry of a map, read by {@code reader}; none when the key is absent. */
    public <T> Map<String, T> entries(String key, Function<Located, T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        optional(key)
                .ifPresent(
                        value -> {
                            if (!value.isMap()) {
                                findings.add(value, "there must be entries here", "Write key: …");
                            }
                            value.entries().forEach((k, v) -> entries.put(k, reader.apply(v)));
                        });
        return entries;
    }

    /** The entries of the map under {@code key}; an empty one when it is missing, a finding. */
    public Fields fields(String key) {
        return new Fields(required(key).orElseGet(this::none), findings);
    }

    private Located none() {
        return map.isMap() ? Located.empty(map.file()) : Located.unread(map.file());
    }

    /** Reports every entry that nobody took. */
    public void done() {
        Map<String, Located> left = new HashMap<>(map.entries());
        left.keySet().removeAll(taken);
        left.forEach(
                (key, value) ->
                        findings.add(
                                value,
                                "\"" + key + "\" is not a word of this format",
                                "Remove it, or use one of " + String.join(", ", taken)));
    }
}
