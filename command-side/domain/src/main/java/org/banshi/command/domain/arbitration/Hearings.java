package org.banshi.command.domain.arbitration;

import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.jspecify.annotations.Nullable;

/** Which hearing is set and whether one was held: it only evolves. */
final class Hearings {

    private int last;
    private ArbitrationEvent.@Nullable HearingSet set;
    private boolean held;

    void on(ArbitrationEvent.HearingSet event) {
        last = event.hearing();
        set = event;
    }

    void on(ArbitrationEvent.HearingAdjourned event) {
        set = null;
    }

    void on(ArbitrationEvent.HearingHeld event) {
        set = null;
        held = true;
    }

    /** Number of the hearing set last, from 1; 0 where none was. */
    int last() {
        return last;
    }

    /** The one that is set and neither held nor adjourned; null where none is. */
    ArbitrationEvent.@Nullable HearingSet set() {
        return set;
    }

    boolean held() {
        return held;
    }
}
