package org.banshi.eventstore.codec;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banshi.command.contract.message.Event;
import org.jspecify.annotations.Nullable;

/** The dictionary of stored names and record classes. */
public final class EventTypes {

    private final Map<String, EventType> byName = new TreeMap<>();
    private final Map<Class<?>, EventType> byClass = new HashMap<>();

    private EventTypes() {}

    /**
     * Every record that the sealed interfaces permit, at any depth.
     *
     * @throws IllegalArgumentException when a record has no stored name, two have the same, or
     *     personal components are marked where they would be overlooked
     */
    public static EventTypes of(List<Class<? extends Event>> stories) {
        EventTypes types = new EventTypes();
        stories.forEach(types::add);
        return types;
    }

    /** All stored names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** The stored name of a class of events. */
    public String nameOf(Class<? extends Event> type) {
        return of(type).name();
    }

    /** Whether events of a stored name are; of an unknown one it is for decoding to say. */
    public boolean isOfInterest(String name, Interest interest) {
        EventType type = byName.get(name);
        return type == null || interest.in(type.type());
    }

    /**
     * The revision that this program writes and the newest that it reads; 0 for an unknown name.
     */
    public int revisionOf(String name) {
        EventType type = byName.get(name);
        return type == null ? 0 : type.revision();
    }

    EventType of(Class<? extends Event> type) {
        EventType found = byClass.get(type);
        if (found == null) {
            throw new IllegalArgumentException(type + " is not in the dictionary of events");
        }
        return found;
    }

    @Nullable EventType named(String name) {
        return byName.get(name);
    }

    private void add(Class<? extends Event> story) {
        Class<?>[] permitted = story.getPermittedSubclasses();
        if (permitted == null) {
            EventType type = new EventType(story);
            EventType other = byName.put(type.name(), type);
            if (other != null && other.type() != story) {
                throw new IllegalArgumentException(
                        type.name() + " is the stored name of " + other.type() + " and " + story);
            }
            byClass.put(story, type);
            return;
        }
        for (Class<?> part : permitted) {
            add(part.asSubclass(Event.class));
        }
    }
}
