package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.jspecify.annotations.Nullable;

/**
 * The stages that have begun, and when the case's clock stood still meanwhile: it only evolves.
 *
 * <p>The time of a stage that is entered again goes on. It begins anew where the case went back
 * from another body, or where an objection, a notice or a supplement came in between.
 */
final class OpenStages {

    /** In the order in which they began last; those that ended are kept. */
    private final Map<String, Stage> stages = new LinkedHashMap<>();

    /** Begun before whatever begins next has its whole time, and not since. */
    private final Set<String> settled = new HashSet<>();

    /** When the case stood still before, whatever stages there were. */
    private final List<Pause> standstills = new ArrayList<>();

    private @Nullable LocalDate standsSince;

    /**
     * A stage.
     *
     * @param from the day after which its own limit counts
     * @param due its last day as it was told last
     * @param stoppedOn since when its clock stands still; null where it runs
     * @param pauses when it stood still before
     * @param open whether the body still has it
     */
    record Stage(
            String body,
            LocalDate from,
            @Nullable DueDate due,
            @Nullable LocalDate stoppedOn,
            List<Pause> pauses,
            boolean open) {

        private Stage stopped(LocalDate day) {
            return stoppedOn == null ? new Stage(body, from, due, day, pauses, open) : this;
        }

        private Stage resumed(LocalDate day) {
            if (stoppedOn == null) {
                return this;
            }
            List<Pause> all = new ArrayList<>(pauses);
            all.add(new Pause(stoppedOn, day));
            return new Stage(body, from, due, null, List.copyOf(all), open);
        }

        private Stage due(@Nullable DueDate told) {
            return new Stage(body, from, told, stoppedOn, pauses, open);
        }

        private Stage ended() {
            return new Stage(body, from, due, stoppedOn, pauses, false);
        }

        private Stage begunAgain(@Nullable DueDate told) {
            return new Stage(body, from, told, stoppedOn, pauses, true);
        }
    }

    /** A while in which the clock stood still: from the day of the stop to that of the going on. */
    record Pause(LocalDate from, LocalDate until) {}

    void on(ApplicationEvent.StageStarted started) {
        Stage before = stages.remove(started.step());
        boolean goesOn = before != null && before.from().equals(started.from());
        stages.put(
                started.step(),
                goesOn
                        ? before.begunAgain(started.due())
                        : new Stage(
                                started.body(),
                                started.from(),
                                started.due(),
                                null,
                                List.of(),
                                true));
        settled.remove(started.step());
    }

    void on(ApplicationEvent.StageRescheduled rescheduled) {
        stages.computeIfPresent(rescheduled.step(), (step, stage) -> stage.due(rescheduled.due()));
    }

    void end(String step) {
        stages.computeIfPresent(step, (key, stage) -> stage.ended());
    }

    /** Whatever begins from now on has its whole time, also what was done before. */
    void beginAnew() {
        settled.addAll(stages.keySet());
    }

    /** What begins after this has its own time and is not stopped. */
    void stop(LocalDate day) {
        standsSince = standsSince == null ? day : standsSince;
        stages.replaceAll((step, stage) -> stage.stopped(day));
    }

    void run(LocalDate day) {
        if (standsSince != null) {
            standstills.add(new Pause(standsSince, day));
            standsSince = null;
        }
        stages.replaceAll((step, stage) -> stage.resumed(day));
    }

    /** The stage of that step while the body has it. */
    Optional<Stage> find(String step) {
        return Optional.ofNullable(stages.get(step)).filter(Stage::open);
    }

    /**
     * From when a stage of {@code body} counts that goes on with time that began before; empty
     * where its time begins anew.
     *
     * @param sharing the step itself and those whose limit it shares
     */
    Optional<LocalDate> goesOnFrom(Set<String> sharing, String body) {
        List<String> newestFirst = new ArrayList<>(stages.keySet());
        Collections.reverse(newestFirst);
        for (String step : newestFirst) {
            Stage stage = stages.get(step);
            if (settled.contains(step)) {
                return Optional.empty();
            }
            if (sharing.contains(step)) {
                return Optional.of(stage.from());
            }
            if (!stage.body().equals(body)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What of the case's standstills came after {@code day}, on which something was brought in. */
    List<Pause> standstillsAfter(LocalDate day) {
        return standstills.stream()
                .filter(it -> it.until().isAfter(day))
                .map(it -> it.from().isBefore(day) ? new Pause(day, it.until()) : it)
                .toList();
    }

    /** All pauses of the time that began on {@code from}, however often it was handed on. */
    List<Pause> pausesSince(LocalDate from, Set<String> sharing) {
        return stages.entrySet().stream()
                .filter(it -> sharing.contains(it.getKey()) && it.getValue().from().equals(from))
                .map(it -> it.getValue().pauses())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }
}
