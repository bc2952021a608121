package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.jspecify.annotations.Nullable;

/** The stages that have begun, and when the case's clock stood still meanwhile: it only evolves. */
final class OpenStages {

    private final Map<String, Stage> stages = new HashMap<>();

    /**
     * A stage.
     *
     * @param from the day after which its own limit counts
     * @param due its last day as it was told last
     * @param stoppedOn since when its clock stands still; null where it runs
     * @param pauses when it stood still before
     */
    record Stage(
            LocalDate from,
            @Nullable DueDate due,
            @Nullable LocalDate stoppedOn,
            List<Pause> pauses) {

        private Stage stopped(LocalDate day) {
            return stoppedOn == null ? new Stage(from, due, day, pauses) : this;
        }

        private Stage resumed(LocalDate day) {
            if (stoppedOn == null) {
                return this;
            }
            List<Pause> all = new ArrayList<>(pauses);
            all.add(new Pause(stoppedOn, day));
            return new Stage(from, due, null, List.copyOf(all));
        }

        private Stage due(@Nullable DueDate told) {
            return new Stage(from, told, stoppedOn, pauses);
        }
    }

    /** A while in which the clock stood still: from the day of the stop to that of the going on. */
    record Pause(LocalDate from, LocalDate until) {}

    void on(ApplicationEvent.StageStarted started, LocalDate from) {
        stages.put(started.step(), new Stage(from, started.due(), null, List.of()));
    }

    void on(ApplicationEvent.StageRescheduled rescheduled) {
        stages.computeIfPresent(rescheduled.step(), (step, stage) -> stage.due(rescheduled.due()));
    }

    void end(String step) {
        stages.remove(step);
    }

    /** What begins after this has its own time and is not stopped. */
    void stop(LocalDate day) {
        stages.replaceAll((step, stage) -> stage.stopped(day));
    }

    void run(LocalDate day) {
        stages.replaceAll((step, stage) -> stage.resumed(day));
    }

    Optional<Stage> find(String step) {
        return Optional.ofNullable(stages.get(step));
    }

    Set<String> steps() {
        return stages.keySet();
    }
}
