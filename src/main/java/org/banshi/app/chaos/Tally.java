package org.banshi.app.chaos;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.banshi.eventstore.history.Operation.Answer;

/** What a whole run came to. */
final class Tally {

    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<Answer, Long> answers = new EnumMap<>(Answer.class);
    private int cycles;
    private long slowestMillis;

    void add(Fault fault, Map<Answer, Long> ofCycle, long recoveryMillis) {
        cycles++;
        faults.merge(fault, 1, Integer::sum);
        ofCycle.forEach((answer, count) -> answers.merge(answer, count, Long::sum));
        slowestMillis = Math.max(slowestMillis, recoveryMillis);
    }

    @Override
    public String toString() {
        String what =
                faults.entrySet().stream()
                        .map(it -> it.getValue() + " x " + it.getKey().past)
                        .collect(Collectors.joining(", "));
        return "chaos: %d cycles: %s; %d commands acknowledged, %d refused, %d unknown; slowest recovery %d ms"
                .formatted(
                        cycles,
                        what,
                        answers.getOrDefault(Answer.APPENDED, 0L),
                        answers.getOrDefault(Answer.REFUSED, 0L)
                                + answers.getOrDefault(Answer.MOVED_ON, 0L),
                        answers.getOrDefault(Answer.UNKNOWN, 0L),
                        slowestMillis);
    }
}
