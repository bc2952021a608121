package org.banshi.command.domain.arbitration;

import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.jspecify.annotations.Nullable;

/** Which hearing is set and whether one was held: it only evolves. */
final class Hearings {

    private int last;
    private ArbitrationEvent.@Nullable HearingSet set;
    private boolean held;
    private boolean adjourned;

    void on(ArbitrationEvent.HearingSet event) {
        last = event.hearing();
        set = event;
        adjourned = false;
    }

    void on(ArbitrationEvent.HearingAdjourned event) {
        set = null;
        adjourned = true;
    }

    void on(ArbitrationEvent.HearingHeld event) {
        set = null;
        held = true;
    }

    /** Somebody is new in the case, as a party or on the panel, and has not heard it. */
    void begin() {
        held = false;
    }

    /** Number of the hearing set last, from 1; 0 where none was. */
    int last() {
        return last;
    }

    /** The one that is set and neither held nor adjourned; null where none is. */
    ArbitrationEvent.@Nullable HearingSet set() {
        return set;
    }

    /** Whether one was held before all who are parties and on the panel now. */
    boolean held() {
        return held;
    }

    /** Whether the one set last was put off. */
    boolean adjourned() {
        return adjourned;
    }
}
