package org.banshi.eventstore.codec;

import org.banshi.command.contract.message.Event;

/**
 * What a reader looks at, so that a rebuild need not decode and decrypt the rest. A reader must get
 * along with more than it asks for: live ones share whole events.
 */
public interface Interest {

    /** All events, whole. */
    Interest EVERYTHING = new Interest() {};

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
