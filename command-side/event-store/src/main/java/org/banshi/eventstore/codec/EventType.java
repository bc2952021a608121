package org.banshi.eventstore.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.jspecify.annotations.Nullable;

/** One record class of events, its stored name and its components. */
final class EventType {

    /** One component of the record. */
    record Component(String name, Type type, boolean personal, MethodHandle accessor) {}

    private final String name;
    private final int revision;
    private final Class<? extends Event> type;
    private final List<Component> components = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final MethodHandle constructor;

    EventType(Class<? extends Event> type) {
        Stored stored = type.getAnnotation(Stored.class);
        if (stored == null || !type.isRecord()) {
            throw new IllegalArgumentException(type + " is not a record with @Stored");
        }
        this.type = type;
        this.name = stored.value();
        this.revision = stored.revision();
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        RecordComponent[] parts = type.getRecordComponents();
        try {
            for (RecordComponent part : parts) {
                boolean personal = part.isAnnotationPresent(Personal.class);
                if (personal && !PersonalEvent.class.isAssignableFrom(type)) {
                    throw new IllegalArgumentException(
                            type + " has @Personal components but is no PersonalEvent");
                }
                if (personal && part.getType().isPrimitive()) {
                    throw new IllegalArgumentException(
                            type + ": a @Personal component is null once its person is erased");
                }
                if (!personal) {
                    refuseHidden(part.getType());
                }
                indexes.put(part.getName(), components.size());
                components.add(
                        new Component(
                                part.getName(),
                                part.getGenericType(),
                                personal,
                                lookup.unreflect(part.getAccessor())));
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
            Constructor<? extends Event> canonical = type.getDeclaredConstructor(types);
            this.constructor =
                    lookup.unreflectConstructor(canonical).asSpreader(Object[].class, parts.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is not accessible", e);
        }
    }

    /** A mark deeper down would be overlooked. */
    private void refuseHidden(Class<?> part) {
        if (!part.isRecord()) {
            return;
        }
        for (RecordComponent inner : part.getRecordComponents()) {
            if (inner.isAnnotationPresent(Personal.class)) {
                throw new IllegalArgumentException(
                        type + ": mark the component itself @Personal, not a part of " + part);
            }
            if (inner.getType() != part) {
                refuseHidden(inner.getType());
            }
        }
    }

    String name() {
        return name;
    }

    int revision() {
        return revision;
    }

    Class<? extends Event> type() {
        return type;
    }

    List<Component> components() {
        return components;
    }

    /** The component's index, or -1. */
    int indexOf(String component) {
        return indexes.getOrDefault(component, -1);
    }

    @Nullable Object value(Event event, Component component) {
        try {
            return component.accessor().invoke(event);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    Event create(@Nullable Object[] values) {
        try {
            return (Event) constructor.invoke(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
