package org.banshi.command.domain.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.points.DepartmentAnswer;
import org.jspecify.annotations.Nullable;

/** Reads what was verified, by {@code indicator.fact}. */
final class ClaimedItems {

    private static final String EVIDENCE = "evidence";
    private static final String DEPARTMENT = "department";
    private static final String ANSWER = "answer";

    /** Say until when to count, and nothing of what there is to count. */
    private static final Set<String> COUNTS_NOTHING = Set.of("countedTo", "validUntil");

    private ClaimedItems() {}

    /** In the order of the indicators' keys; those of which nothing is known were not claimed. */
    static List<ClaimedItem> of(FormData data, LocalDate day) {
        Map<String, Map<String, @Nullable Object>> byIndicator = new TreeMap<>();
        data.values()
                .forEach(
                        (name, value) -> {
                            int dot = name.indexOf('.');
                            if (dot > 0 && value != null) {
                                byIndicator
                                        .computeIfAbsent(
                                                name.substring(0, dot),
                                                key -> new LinkedHashMap<>())
                                        .put(name.substring(dot + 1), value);
                            }
                        });
        List<ClaimedItem> items = new ArrayList<>();
        byIndicator.forEach(
                (indicator, facts) -> {
                    List<String> evidence = evidence(facts.remove(EVIDENCE));
                    List<DepartmentAnswer> answers =
                            answers(facts.remove(DEPARTMENT), facts.remove(ANSWER), day);
                    if (!COUNTS_NOTHING.containsAll(facts.keySet())) {
                        items.add(
                                new ClaimedItem(indicator, new FormData(facts), evidence, answers));
                    }
                });
        return items;
    }

    private static List<String> evidence(@Nullable Object codes) {
        return codes instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<DepartmentAnswer> answers(
            @Nullable Object department, @Nullable Object answer, LocalDate day) {
        return department == null || answer == null
                ? List.of()
                : List.of(
                        new DepartmentAnswer(
                                department.toString(),
                                RegisterOutcome.valueOf(answer.toString()),
                                day));
    }
}
