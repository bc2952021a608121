package org.banshi.query.projection.timeline;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
                    "day",
                    "items",
                    "kind",
                    "serial",
                    "decision",
                    "tableVersion",
                    "asOf",
                    "provisional",
                    "question",
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
                    "activity",
                    "failure");

    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS =
            new ConcurrentHashMap<>();

    private Facts() {}

    static Map<String, String> of(Event event) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (RecordComponent component :
                COMPONENTS.computeIfAbsent(event.getClass(), Facts::shown)) {
            String value = text(value(component, event));
            if (!value.isEmpty()) {
                facts.put(component.getName(), value);
            }
        }
        return facts;
    }

    private static List<RecordComponent> shown(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> SHOWN.contains(component.getName()))
                .filter(component -> !component.isAnnotationPresent(Personal.class))
                .toList();
    }

    private static @Nullable Object value(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName());
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Facts::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Move move) {
            return move.activity() == null ? move.kind() : move.kind() + " " + move.activity();
        }
        if (value instanceof DueDate due) {
            return due.day().toString();
        }
        return value instanceof Text words ? words.zh() : value.toString();
    }
}
