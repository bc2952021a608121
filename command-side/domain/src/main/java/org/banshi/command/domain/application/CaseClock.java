package org.banshi.command.domain.application;

import java.time.LocalDate;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the whole case: its last day, and since when it stands still. Supplements,
 * suspensions and special procedures stop it; it then moves on by the working days that it stood.
 */
final class CaseClock {

    private @Nullable DueDate due;
    private @Nullable LocalDate stoppedOn;

    /** The last day of the case; null before the acceptance or where no limit is set. */
    @Nullable DueDate due() {
        return due;
    }

    void run(@Nullable DueDate until) {
        due = until;
        stoppedOn = null;
    }

    void stop(LocalDate day) {
        stoppedOn = day;
    }

    /** The last day of the case if the clock goes on after {@code day}. */
    @Nullable DueDate resumedAfter(LocalDate day, WorkingCalendar calendar) {
        return due == null || stoppedOn == null
                ? due
                : Terms.without(new OpenStages.Pause(stoppedOn, day), due, calendar);
    }
}
