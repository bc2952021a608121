package org.banshi.eventstore.codec;

import java.util.Set;
import org.banshi.command.contract.message.Event;

/**
 * What a reader looks at, so that a live one passes the rest by, and a rebuild need not decode and
 * decrypt it. Of personal components a reader must get along with more than it asks for: live ones
 * share whole events.
 */
public interface Interest {

    /** All events, whole. */
    Interest EVERYTHING = new Interest() {};

    /** Events of these types, whole. */
    static Interest in(Set<Class<? extends Event>> types) {
        Set<Class<? extends Event>> all = Set.copyOf(types);
        return new Interest() {
            @Override
            public boolean in(Class<? extends Event> type) {
                return all.contains(type);
            }
        };
    }

    /** Events of these types, without what is personal in them. */
    static Interest inImpersonal(Set<Class<? extends Event>> types) {
        Interest whole = in(types);
        return new Interest() {
            @Override
            public boolean in(Class<? extends Event> type) {
                return whole.in(type);
            }

            @Override
            public boolean inPersonal(Class<? extends Event> type, String component) {
                return false;
            }
        };
    }

    /** All events, those of these types whole, the others without what is personal in them. */
    static Interest personalIn(Set<Class<? extends Event>> types) {
        Set<Class<? extends Event>> whole = Set.copyOf(types);
        return new Interest() {
            @Override
            public boolean inPersonal(Class<? extends Event> type, String component) {
                return whole.contains(type);
            }
        };
    }

    /** Whether the reader takes events of this type at all. */
    default boolean in(Class<? extends Event> type) {
        return true;
    }

    /**
     * Whether it looks at a personal component. One that it does not look at may be null, as if the
     * person's key were destroyed.
     */
    default boolean inPersonal(Class<? extends Event> type, String component) {
        return true;
    }
}
