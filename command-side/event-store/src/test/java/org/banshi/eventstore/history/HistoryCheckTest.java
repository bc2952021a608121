package org.banshi.eventstore.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.banshi.eventstore.history.Operation.Answer;
import org.banshi.eventstore.history.Operation.Append;
import org.junit.jupiter.api.Test;

/** Every check finds what it is for: a sound history, and one change to it at a time. */
class HistoryCheckTest {

    private static final Instant WHEN = Instant.parse("2026-09-14T01:00:00Z");

    private final List<Operation> operations =
            new ArrayList<>(
                    List.of(
                            operation("first", 0, 10, Answer.APPENDED, append("a", 0, "1")),
                            operation(
                                    "both",
                                    20,
                                    30,
                                    Answer.APPENDED,
                                    append("a", 1, "2"),
                                    append("b", 0, "3")),
                            operation("late", 25, 40, Answer.MOVED_ON, append("a", 1, "4")),
                            operation("no", 25, 40, Answer.REFUSED, append("c", 0, "5")),
                            operation(
                                    "lost",
                                    50,
                                    Long.MAX_VALUE,
                                    Answer.UNKNOWN,
                                    append("b", 1, "6"),
                                    append("b", 2, "7")),
                            operation("end", 60, 70, Answer.APPENDED, append("c", 0, "8"))));

    private final List<Entry> log =
            new ArrayList<>(
                    List.of(
                            entry(1, 0, "a", 0, "1"),
                            entry(2, 0, "a", 1, "2"),
                            entry(3, 0, "b", 0, "3"),
                            entry(4, 5, "b", 1, "6"),
                            entry(5, 5, "b", 2, "7"),
                            entry(6, 9, "c", 0, "8")));

    private static Operation operation(
            String id, long invoked, long answered, Answer answer, Append... appends) {
        return new Operation(id, invoked, answered, answer, List.of(appends), "key-" + id);
    }

    private static Append append(String stream, long expected, String label) {
        return new Append(stream, expected, label);
    }

    private static Entry entry(
            long position, int seconds, String stream, long sequence, String label) {
        return new Entry(position, WHEN.plusSeconds(seconds), stream, sequence, label);
    }

    private List<String> violations() {
        return HistoryCheck.violations(operations, log);
    }

    private void answer(int index, Answer answer) {
        Operation it = operations.get(index);
        operations.set(
                index,
                new Operation(
                        it.id(), it.invoked(), it.answered(), answer, it.appends(), it.receipt()));
    }

    @Test
    void finds_nothing_wrong_with_a_sound_history() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void takes_a_lost_operation_that_is_not_in_the_log() {
        log.removeIf(it -> it.position() > 3);
        log.add(entry(4, 9, "c", 0, "8"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void finds_an_acknowledged_event_that_was_dropped_at_the_end() {
        log.remove(5);

        assertThat(violations())
                .containsExactly("end was acknowledged, and 1 of its 1 events are lost");
    }

    @Test
    void finds_an_event_that_was_dropped_in_the_middle() {
        log.remove(1);

        assertThat(violations())
                .contains(
                        "position 1 is followed by 3",
                        "both was acknowledged, and 1 of its 2 events are lost");
    }

    @Test
    void finds_an_event_that_is_there_twice() {
        log.add(entry(7, 9, "c", 1, "8"));

        assertThat(violations()).containsExactly("8 is twice in stream c, at 6 and 7");
    }

    @Test
    void finds_half_of_an_operation_that_nobody_can_answer_for() {
        log.set(4, entry(5, 5, "c", 0, "8"));
        log.remove(5);

        assertThat(violations()).containsExactly("lost is in the log by 1 of its 2 events");
    }

    @Test
    void finds_events_of_what_was_refused() {
        answer(5, Answer.REFUSED);

        assertThat(violations()).containsExactly("end was refused, and has events in the log");
    }

    @Test
    void finds_an_operation_torn_apart() {
        log.set(3, entry(4, 5, "b", 1, "6"));
        log.set(4, entry(5, 5, "c", 0, "8"));
        log.set(5, entry(6, 9, "b", 2, "7"));

        assertThat(violations()).containsExactly("lost is torn apart between positions 4 and 6");
    }

    @Test
    void finds_two_streams_that_were_swapped() {
        log.set(0, entry(1, 0, "b", 0, "3"));
        log.set(2, entry(3, 0, "a", 0, "1"));

        assertThat(violations()).contains("stream a has sequence 1 where 0 comes next");
    }

    @Test
    void finds_an_event_at_another_version_than_was_asked_for() {
        log.set(0, entry(1, 0, "a", 0, "2"));
        log.set(1, entry(2, 0, "a", 1, "1"));

        assertThat(violations()).contains("first expected sequence 0 of stream a and got 1");
    }

    @Test
    void finds_what_nobody_appended() {
        log.add(entry(7, 9, "d", 0, "9"));

        assertThat(violations()).containsExactly("nobody appended what is at 7");
    }

    @Test
    void finds_a_time_that_ran_backwards() {
        log.set(4, entry(5, 4, "b", 2, "7"));

        assertThat(violations())
                .containsExactly("position 5 was recorded before the one before it");
    }

    @Test
    void finds_an_order_that_real_time_forbids() {
        log.set(3, entry(4, 5, "c", 0, "8"));
        log.set(4, entry(5, 5, "b", 1, "6"));
        log.set(5, entry(6, 9, "b", 2, "7"));
        assertThat(violations()).isEmpty();

        operations.set(
                4,
                operation(
                        "lost", 50, 59, Answer.UNKNOWN, append("b", 1, "6"), append("b", 2, "7")));

        assertThat(violations())
                .containsExactly("lost was over before end began, and stands after it");
    }

    @Test
    void finds_a_refusal_without_reason() {
        operations.set(2, operation("late", 80, 90, Answer.MOVED_ON, append("a", 2, "4")));

        assertThat(violations())
                .containsExactly("late was refused, although no stream of its had moved on");
    }

    @Test
    void finds_a_reader_that_skips_repeats_swaps_or_stops() {
        assertThat(ReaderCheck.violations("r", 2, List.of(3L, 4L, 5L), 5)).isEmpty();
        assertThat(ReaderCheck.violations("r", 2, List.of(3L, 5L), 5))
                .containsExactly("reader r saw 5 where 4 comes next");
        assertThat(ReaderCheck.violations("r", 2, List.of(3L, 3L, 4L, 5L), 5))
                .containsExactly("reader r saw 3 where 4 comes next");
        assertThat(ReaderCheck.violations("r", 2, List.of(4L, 3L, 5L), 5))
                .containsExactly("reader r saw 4 where 3 comes next");
        assertThat(ReaderCheck.violations("r", 2, List.of(3L, 4L), 5))
                .containsExactly("reader r ends at 4 of 5");
    }

    @Test
    void finds_a_key_that_led_to_two_operations_and_receipts_that_are_wrong() {
        Map<String, Long> receipts =
                Map.of("key-first", 1L, "key-both", 3L, "key-lost", 5L, "key-end", 6L);
        assertThat(ReceiptCheck.violations(operations, log, receipts)).isEmpty();

        assertThat(ReceiptCheck.violations(operations, log, Map.of("key-other", 1L)))
                .contains(
                        "first ends at 1, its receipt says null",
                        "there are receipts of operations that are not in the log");
        List<Operation> again = new ArrayList<>(operations);
        Collections.replaceAll(
                again,
                operations.get(5),
                new Operation(
                        "again",
                        60,
                        70,
                        Answer.APPENDED,
                        operations.get(5).appends(),
                        "key-first"));
        assertThat(ReceiptCheck.violations(again, log, receipts))
                .contains("again used a key a second time");
    }
}
