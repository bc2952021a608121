package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationCommand.CompleteStep;
import org.banshi.command.contract.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a person was told beforehand ({@code toldOn}) and served ({@code servedOn}), as
 * officers write them down in steps. What the case opens once it is concluded rests on them: then
 * nobody could put them right any more.
 */
final class StepDays {

    private static final String TOLD = "toldOn";
    private static final String SERVED = "servedOn";

    private StepDays() {}

    /** Neither is to come, and nobody is served before being told. */
    static Optional<Refusal> problem(ApplicationState state, CompleteStep command) {
        LocalDate today = command.stamp().day();
        Map<String, @Nullable Object> data = command.data().values();
        LocalDate told = day(TOLD, data);
        LocalDate served = day(SERVED, data);
        if (told != null && told.isAfter(today) || served != null && served.isAfter(today)) {
            return Optional.of(HandlingRefusals.STEP_DAY);
        }
        boolean early =
                served != null
                        && state.facts().on(today, Map.of()).values().stream()
                                .map(fact -> fact instanceof Map<?, ?> step ? step.get(TOLD) : null)
                                .anyMatch(
                                        it ->
                                                it instanceof String before
                                                        && LocalDate.parse(before).isAfter(served));
        return early ? Optional.of(HandlingRefusals.SERVED_BEFORE_TOLD) : Optional.empty();
    }

    private static @Nullable LocalDate day(String name, Map<String, @Nullable Object> data) {
        return data.get(name) instanceof String day && !day.isEmpty() ? LocalDate.parse(day) : null;
    }
}
