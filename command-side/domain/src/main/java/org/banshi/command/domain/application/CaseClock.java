package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the whole case: from when it counts, its last day, and when it stood still.
 * Supplements, suspensions and special procedures stop it; each limit then ends later by what it
 * stood, in the limit's own unit.
 */
final class CaseClock {

    private @Nullable LocalDate from;
    private @Nullable DueDate due;
    private @Nullable LocalDate stoppedOn;
    private final List<OpenStages.Pause> pauses = new ArrayList<>();
    private boolean extended;

    /** The last day of the case; null before the acceptance or where no limit is set. */
    @Nullable DueDate due() {
        return due;
    }

    void on(ApplicationEvent.Accepted accepted) {
        from = accepted.from();
        due = accepted.due();
        stoppedOn = null;
    }

    void extend(DueDate until) {
        due = until;
        extended = true;
    }

    /** The last day of the case if its clock begins anew on {@code from}. */
    @Nullable DueDate begunOn(
            LocalDate from,
            ServiceDefinition definition,
            RegionCode region,
            WorkingCalendar calendar) {
        return Terms.ofCase(definition, region, from, leftOutAfter(from), calendar);
    }

    /** Counts from {@code begun} again, whatever was before; what is left out goes on being so. */
    void restart(LocalDate begun, @Nullable DueDate until) {
        from = begun;
        due = until;
        List<OpenStages.Pause> left = leftOutAfter(begun);
        pauses.clear();
        pauses.addAll(left);
        extended = false;
    }

    /** An announcement runs on when the clock begins anew (公告送达期间不计). */
    private List<OpenStages.Pause> leftOutAfter(LocalDate day) {
        return pauses.stream()
                .filter(pause -> pause.until().isAfter(day))
                .map(
                        pause ->
                                pause.from().isBefore(day)
                                        ? new OpenStages.Pause(day, pause.until())
                                        : pause)
                .toList();
    }

    /** The days of {@code pause} are not counted, which leads to another last day. */
    void leaveOut(OpenStages.Pause pause, @Nullable DueDate until) {
        pauses.add(pause);
        due = until;
    }

    /** The last day of the case if the days of {@code pause}, too, are not counted. */
    @Nullable DueDate without(
            OpenStages.Pause pause,
            ServiceDefinition definition,
            RegionCode region,
            WorkingCalendar calendar) {
        if (due == null || from == null) {
            return due;
        }
        if (extended) {
            return Terms.without(pause, due, definition, region, from, calendar);
        }
        List<OpenStages.Pause> all = new ArrayList<>(pauses);
        all.add(pause);
        return Terms.ofCase(definition, region, from, all, calendar);
    }

    /** Whether the limit was extended before. */
    boolean extended() {
        return extended;
    }

    void run(@Nullable DueDate until, LocalDate day) {
        due = until;
        if (stoppedOn != null && from != null) {
            pauses.add(new OpenStages.Pause(stoppedOn, day));
        }
        stoppedOn = null;
    }

    void stop(LocalDate day) {
        stoppedOn = day;
    }

    /**
     * The last day of the case if the clock goes on after {@code day}. What was extended moves on
     * in the unit of the whole case's limit: by working days, as the law counts extensions of
     * permits (行政许可法 42, 82), or by days.
     */
    @Nullable DueDate resumedAfter(
            LocalDate day,
            ServiceDefinition definition,
            RegionCode region,
            WorkingCalendar calendar) {
        return stoppedOn == null
                ? due
                : without(new OpenStages.Pause(stoppedOn, day), definition, region, calendar);
    }
}
