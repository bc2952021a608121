package org.banshi.command.contract.claim;

import java.util.List;
import org.banshi.command.contract.message.Event;

/**
 * Declares which claims an event takes and releases: a pure function, so that an import can
 * recreate them.
 */
public interface ClaimRules {

    /** What {@code event} of {@code stream} does to claims. */
    Changes of(String stream, Event event);

    /** Whether events of this type may do anything to claims; an import looks at no others. */
    default boolean concerns(Class<? extends Event> type) {
        return true;
    }

    /**
     * @param acquired fails the whole command when another stream holds one of them
     * @param released quietly nothing where the stream does not hold it
     */
    record Changes(List<Claim> acquired, List<Claim> released) {
        public static final Changes NONE = new Changes(List.of(), List.of());
    }
}
