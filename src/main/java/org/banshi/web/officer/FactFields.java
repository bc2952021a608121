package org.banshi.web.officer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.banshi.catalogue.points.Indicator;
import org.banshi.catalogue.points.Measure;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.PermitYears;
import org.jspecify.annotations.Nullable;

/**
 * What an officer fills in about an indicator: the facts that its way of counting knows, see {@code
 * bpmn/README.md}.
 */
final class FactFields {

    /** Names of the fields of a form begin so. */
    static final String PREFIX = "fact-";

    /** How a fact is filled in. */
    enum Kind {
        DAY,
        NUMBER,
        YES,
        WORD,
        /** A day a line. */
        DAYS,
        /** A day and a number a line, such as {@code 2024-05-01 3}. */
        SHARES,
        /** A year and hours a line, such as {@code 2024 120}. */
        HOURS
    }

    /**
     * A field.
     *
     * @param fact name of the fact, by which its words are found too
     * @param choices words to choose from
     */
    record Field(String fact, Kind kind, List<String> choices) {

        Field(String fact, Kind kind) {
            this(fact, kind, List.of());
        }

        /** Name in the form. */
        public String name() {
            return PREFIX + fact;
        }
    }

    private FactFields() {}

    /** None where nothing can be put right: the age stands in the identity number. */
    static List<Field> of(Indicator indicator) {
        Measure measure = indicator.measure();
        if (indicator.key().equals(PermitYears.INDICATOR)) {
            return List.of(
                    new Field("since", Kind.DAY),
                    new Field("countedTo", Kind.DAY),
                    new Field(PermitYears.VALID_UNTIL, Kind.DAY));
        } else if (measure instanceof Measure.FullYears) {
            return List.of(new Field("since", Kind.DAY), new Field("countedTo", Kind.DAY));
        } else if (measure instanceof Measure.Held) {
            return List.of(
                    new Field("holds", Kind.YES),
                    new Field("since", Kind.DAY),
                    new Field("countedTo", Kind.DAY));
        } else if (measure instanceof Measure.InsuredYears insured) {
            return insured.parts().stream().map(part -> new Field(part, Kind.NUMBER)).toList();
        } else if (measure instanceof Measure.Level level) {
            return List.of(
                    new Field("level", Kind.WORD, List.copyOf(level.levels().keySet())),
                    new Field("inTrade", Kind.YES));
        } else if (measure instanceof Measure.Events || measure instanceof Measure.Bar) {
            return List.of(new Field("days", Kind.DAYS));
        } else if (measure instanceof Measure.Hours) {
            return List.of(new Field("rows", Kind.HOURS));
        } else if (measure instanceof Measure.Shares) {
            return List.of(new Field("rows", Kind.SHARES));
        } else if (measure instanceof Measure.Amount) {
            return List.of(new Field("amount", Kind.NUMBER));
        }
        return List.of();
    }

    /** Reads what was filled in; empty where a value is none of its kind. */
    static Optional<FormData> read(Indicator indicator, Map<String, String> form) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (Field field : of(indicator)) {
            String typed = form.getOrDefault(field.name(), "").strip();
            try {
                if (!typed.isEmpty()) {
                    facts.put(field.fact(), value(field.kind(), typed));
                }
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.of(new FormData(facts));
    }

    private static Object value(Kind kind, String typed) {
        return switch (kind) {
            case DAY -> LocalDate.parse(typed).toString();
            case NUMBER -> new BigDecimal(typed);
            case YES -> Boolean.TRUE;
            case WORD -> typed;
            case DAYS -> lines(typed, line -> LocalDate.parse(line).toString());
            case SHARES ->
                    lines(typed, line -> row(line, "on", it -> LocalDate.parse(it).toString()));
            case HOURS -> lines(typed, line -> row(line, "year", Integer::valueOf));
        };
    }

    private static List<Object> lines(String typed, Function<String, Object> reading) {
        List<Object> lines = new ArrayList<>();
        typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(reading.apply(line)));
        return lines;
    }

    private static Map<String, Object> row(
            String line, String first, Function<String, Object> reading) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("half a line");
        }
        String second = first.equals("on") ? "among" : "hours";
        return Map.of(first, reading.apply(parts[0]), second, new BigDecimal(parts[1]));
    }
}
