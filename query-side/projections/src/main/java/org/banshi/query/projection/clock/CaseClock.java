package org.banshi.query.projection.clock;

import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Resumed;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureEnded;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureStarted;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.arbitration.ArbitrationEvent.AnnouncementPosted;
import org.banshi.command.contract.arbitration.ArbitrationEvent.ClockRestarted;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.jspecify.annotations.Nullable;

/** How events move a case's last day, and stop and start its clock. */
public final class CaseClock {

    private CaseClock() {}

    /** The case's last day after {@code event}; {@code before} where it says nothing of it. */
    public static @Nullable DueDate due(@Nullable DueDate before, Event event) {
        if (event instanceof Accepted accepted) {
            return accepted.due();
        } else if (event instanceof SpecialProcedureStarted special && isExtension(special)) {
            return special.due();
        } else if (event instanceof SpecialProcedureEnded ended && ended.caseDue() != null) {
            return ended.caseDue();
        } else if (event instanceof Resumed resumed && resumed.caseDue() != null) {
            return resumed.caseDue();
        } else if (event instanceof Supplemented given && given.caseDue() != null) {
            return given.caseDue();
        } else if (event instanceof ClockRestarted restarted) {
            return restarted.due();
        } else if (event instanceof AnnouncementPosted posted) {
            return posted.caseDue();
        }
        return before;
    }

    /** Whether the clock stands still from {@code event} on. */
    public static boolean stops(Event event) {
        return event instanceof SupplementRequested
                || event instanceof Suspended
                || event instanceof SpecialProcedureStarted special && !isExtension(special);
    }

    /** Whether a clock that stood still goes on from {@code event} on. */
    public static boolean starts(Event event) {
        return event instanceof Supplemented
                || event instanceof Resumed
                || event instanceof SpecialProcedureEnded;
    }

    /** The case goes on, and only its last day moves; any other procedure stops its clock. */
    public static boolean isExtension(SpecialProcedureStarted special) {
        return special.kind() == SpecialProcedureKind.EXTENSION;
    }
}
