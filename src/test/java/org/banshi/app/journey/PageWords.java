package org.banshi.app.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is wrong with a page's words: a key or a code where a person expects a word, a date as
 * machines write it, or the other language. What people typed stays in theirs.
 */
final class PageWords {

    /** Pages for those who read the log itself, with its own names, days and messages. */
    private static final List<String> TECHNICAL = List.of("/audit", "/ops", "/administration");

    /** What nobody wants to read. */
    private static final Map<String, Pattern> BROKEN =
            Map.of(
                    "a key without words", Pattern.compile("\\?\\?[\\w.]+"),
                    "null", Pattern.compile("\\bnull\\b"),
                    "a place to fill in", Pattern.compile("\\{\\d}"));

    private static final Map<String, Pattern> RAW =
            Map.of(
                    "a code", Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b"),
                    "an instant", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:"),
                    "a date as machines write it", Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b"),
                    "an event's name",
                            Pattern.compile(
                                    "\\b(application|social|disability|arbitration|points|benefit|certificate)\\.[a-z][a-z-]+\\b"));

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}[\\p{IsHan}（）、，。：；“”《》〔〕]*");
    private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z]{2,}(?: [A-Za-z]{2,})+");

    private final String typed;

    PageWords() {
        StringBuilder all = new StringBuilder("中文 演示 没钱吃饭”");
        for (String folder :
                List.of(
                        "../bpmn/services",
                        "../bpmn/demo",
                        "../bpmn/registers",
                        "main/java/org/banshi/app/demo")) {
            all.append(texts(Path.of(folder)));
        }
        typed = all.toString();
    }

    /**
     * What people type in the stories that the town is played with, what other bodies answer, and
     * what the sources of rules are called, as one text.
     */
    private static String texts(Path folder) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(PageWords::isStory).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all.toString();
    }

    private static boolean isStory(Path file) {
        String path = file.toString();
        return path.contains("scenarios/") && path.endsWith(".yaml")
                || path.contains("registers/")
                || path.endsWith(".dmn")
                || path.endsWith("people.yaml")
                || path.endsWith("Story.java");
    }

    /** What is wrong with {@code text}, all that is to be read on a page. */
    List<String> faults(Page page, String text, boolean english) {
        List<String> faults = new ArrayList<>(found(BROKEN, text));
        if (TECHNICAL.stream().anyMatch(page.handler()::startsWith)) {
            return faults;
        }
        faults.addAll(found(RAW, text));
        Matcher others = (english ? HAN : ENGLISH).matcher(text);
        while (others.find()) {
            if (!typed.contains(others.group())) {
                faults.add("not in the page's language: " + others.group());
            }
        }
        return faults.stream().distinct().toList();
    }

    private static List<String> found(Map<String, Pattern> patterns, String text) {
        return patterns.entrySet().stream()
                .flatMap(
                        one ->
                                one.getValue()
                                        .matcher(text)
                                        .results()
                                        .map(it -> one.getKey() + ": " + it.group()))
                .toList();
    }
}
