package org.banshi.query.projection.timeline;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.engine.EngineEvent.Move;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an event says to staff beside personal data: the named components, less those that the
 * contract marks as personal.
 */
final class Facts {

    static final String DAY = "day";
    static final String PROVISIONAL = "provisional";
    static final String KIND = "kind";
    static final String ACTIVITY = "activity";

    private static final Set<String> SHOWN =
            Set.of(
                    "step",
                    "outcome",
                    "body",
                    "region",
                    "officer",
                    "by",
                    "due",
                    "until",
                    "caseDue",
                    "from",
                    DAY,
                    "items",
                    KIND,
                    "serial",
                    "decision",
                    "tableVersion",
                    "asOf",
                    PROVISIONAL,
                    "register",
                    "conclusion",
                    "reason",
                    "rule",
                    "document",
                    "channel",
                    "way",
                    "score",
                    "firstMonth",
                    "service",
                    "moves",
                    ACTIVITY,
                    "failure",
                    "party",
                    "side",
                    "role",
                    "claim",
                    "cause",
                    "decideBy",
                    "answerBy",
                    "forwardBy",
                    "arbitrator",
                    "arbitrators",
                    "hearing",
                    "half",
                    "room",
                    "absent",
                    "award",
                    "finality",
                    "advance",
                    "claims",
                    "court",
                    "drawn",
                    "percent",
                    "to",
                    "kept",
                    "offered",
                    "policy");

    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS =
            new ConcurrentHashMap<>();

    private Facts() {}

    static Map<String, Object> of(Event event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : shown(event.getClass())) {
            Object value = value(component, event);
            if (value != null) {
                facts.put(component.getName(), stored(value));
            }
        }
        return facts;
    }

    /** The components of an event that staff may read. */
    static List<RecordComponent> shown(Class<?> event) {
        return COMPONENTS.computeIfAbsent(
                event,
                type ->
                        Arrays.stream(type.getRecordComponents())
                                .filter(component -> SHOWN.contains(component.getName()))
                                .filter(it -> !it.isAnnotationPresent(Personal.class))
                                .toList());
    }

    private static @Nullable Object value(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName());
        }
    }

    /** What needs words of a language, or its form of a date, keeps its parts. */
    private static Object stored(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Facts::stored).toList();
        }
        if (value instanceof Move move) {
            return both(
                    KIND, move.kind(), ACTIVITY, Objects.requireNonNullElse(move.activity(), ""));
        }
        if (value instanceof Text words) {
            return both("zh", words.zh(), "en", words.en());
        }
        if (value instanceof DueDate due) {
            return both(DAY, due.day().toString(), PROVISIONAL, due.provisional());
        }
        if (value instanceof LocalDate day) {
            return Map.of(DAY, day.toString());
        }
        return value instanceof ServiceVersion version
                ? String.valueOf(version.version())
                : value.toString();
    }

    /**
     * In one order: that of {@link Map#of} differs from start to start, and with it what is stored.
     */
    private static Map<String, Object> both(String first, Object one, String second, Object other) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(first, one);
        both.put(second, other);
        return both;
    }
}
