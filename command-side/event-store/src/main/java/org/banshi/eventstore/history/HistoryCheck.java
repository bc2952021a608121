package org.banshi.eventstore.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.eventstore.history.Operation.Answer;
import org.banshi.eventstore.history.Operation.Append;

/**
 * Holds what callers were told against the log, as Jepsen's Elle does for lists that are appended
 * to. The log has to be one order of whole operations that agrees with real time: all that were
 * acknowledged, none that were refused, each once; each stream is the list of its appends.
 */
public final class HistoryCheck {

    private final List<Operation> operations;
    private final List<Entry> log;
    private final Map<Place, Entry> places = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private record Place(String stream, String label) {}

    private record Placed(Operation operation, long first, long last) {}

    private HistoryCheck(List<Operation> operations, List<Entry> log) {
        this.operations = operations;
        this.log = log;
    }

    /**
     * Checks a history that has come to rest.
     *
     * @param log every row, in order of position
     * @return what is wrong, one sentence each; empty when nothing is
     */
    public static List<String> violations(List<Operation> operations, List<Entry> log) {
        HistoryCheck check = new HistoryCheck(operations, log);
        check.log();
        List<Placed> placed = check.operations();
        check.strangers();
        check.realTime(placed);
        check.refusals();
        return check.violations;
    }

    private void log() {
        Map<String, Long> next = new HashMap<>();
        long position = 0;
        Entry before = null;
        for (Entry entry : log) {
            if (entry.position() != ++position) {
                violation("position %d is followed by %d", position - 1, entry.position());
                position = entry.position();
            }
            if (before != null && entry.recordedAt().isBefore(before.recordedAt())) {
                violation("position %d was recorded before the one before it", entry.position());
            }
            before = entry;
            long sequence = next.getOrDefault(entry.stream(), 0L);
            if (entry.sequence() != sequence) {
                violation(
                        "stream %s has sequence %d where %d comes next",
                        entry.stream(), entry.sequence(), sequence);
            }
            next.put(entry.stream(), entry.sequence() + 1);
            Entry first = places.putIfAbsent(new Place(entry.stream(), entry.label()), entry);
            if (first != null) {
                violation(
                        "%s is twice in stream %s, at %d and %d",
                        entry.label(), entry.stream(), first.position(), entry.position());
            }
        }
    }

    private List<Placed> operations() {
        List<Placed> placed = new ArrayList<>();
        for (Operation operation : operations) {
            List<Entry> entries = new ArrayList<>();
            for (Append append : operation.appends()) {
                Entry entry = places.get(new Place(append.stream(), append.label()));
                if (entry != null) {
                    entries.add(entry);
                    expected(operation, append, entry);
                }
            }
            Answer answer = operation.answer();
            int wanted = operation.appends().size();
            if (answer == Answer.APPENDED && entries.size() < wanted) {
                violation(
                        "%s was acknowledged, and %d of its %d events are lost",
                        operation.id(), wanted - entries.size(), wanted);
            } else if (entries.isEmpty()) {
                continue;
            } else if (answer == Answer.MOVED_ON || answer == Answer.REFUSED) {
                violation("%s was refused, and has events in the log", operation.id());
            } else if (entries.size() < wanted) {
                violation(
                        "%s is in the log by %d of its %d events",
                        operation.id(), entries.size(), wanted);
            } else {
                adjacent(operation, entries);
                placed.add(
                        new Placed(
                                operation,
                                entries.get(0).position(),
                                entries.get(wanted - 1).position()));
            }
        }
        placed.sort(Comparator.comparingLong(Placed::first));
        return placed;
    }

    private void expected(Operation operation, Append append, Entry entry) {
        if (append.expected() != Operation.ANY && append.expected() != entry.sequence()) {
            violation(
                    "%s expected sequence %d of stream %s and got %d",
                    operation.id(), append.expected(), append.stream(), entry.sequence());
        }
    }

    private void adjacent(Operation operation, List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).position() != entries.get(i - 1).position() + 1) {
                violation(
                        "%s is torn apart between positions %d and %d",
                        operation.id(), entries.get(i - 1).position(), entries.get(i).position());
            }
        }
    }

    private void strangers() {
        Set<Place> wanted = new HashSet<>();
        operations.forEach(
                operation ->
                        operation
                                .appends()
                                .forEach(it -> wanted.add(new Place(it.stream(), it.label()))));
        for (Entry entry : log) {
            if (!wanted.contains(new Place(entry.stream(), entry.label()))) {
                violation("nobody appended what is at %d", entry.position());
            }
        }
    }

    /** What was answered before another was sent stands before it in the log. */
    private void realTime(List<Placed> inOrder) {
        Placed latest = null;
        for (Placed it : inOrder) {
            if (latest != null && it.operation.answered() < latest.operation.invoked()) {
                violation(
                        "%s was over before %s began, and stands after it",
                        it.operation.id(), latest.operation.id());
            }
            if (latest == null || it.operation.invoked() > latest.operation.invoked()) {
                latest = it;
            }
        }
    }

    /** A stream that nobody can have moved is no reason to refuse. */
    private void refusals() {
        Map<String, List<Operation>> writers = new HashMap<>();
        for (Operation operation : operations) {
            for (Append append : operation.appends()) {
                if (places.containsKey(new Place(append.stream(), append.label()))) {
                    writers.computeIfAbsent(append.stream(), it -> new ArrayList<>())
                            .add(operation);
                }
            }
        }
        for (Operation operation : operations) {
            if (operation.answer() == Answer.MOVED_ON
                    && firstAppends(operation).stream()
                            .noneMatch(
                                    it ->
                                            mayHaveMoved(
                                                    operation,
                                                    it,
                                                    writers.getOrDefault(
                                                            it.stream(), List.of())))) {
                violation("%s was refused, although no stream of its had moved on", operation.id());
            }
        }
    }

    private static List<Append> firstAppends(Operation operation) {
        Map<String, Append> first = new HashMap<>();
        operation.appends().forEach(it -> first.putIfAbsent(it.stream(), it));
        return List.copyOf(first.values());
    }

    private static boolean mayHaveMoved(
            Operation operation, Append append, List<Operation> writers) {
        long surely = writers.stream().filter(it -> surely(it, operation)).count();
        long perhaps = writers.stream().filter(it -> it.invoked() <= operation.answered()).count();
        return append.expected() != Operation.ANY
                && (append.expected() != surely || append.expected() != perhaps);
    }

    private static boolean surely(Operation earlier, Operation operation) {
        return earlier.answer() == Answer.APPENDED && earlier.answered() < operation.invoked();
    }

    private void violation(String text, Object... values) {
        violations.add(text.formatted(values));
    }
}
