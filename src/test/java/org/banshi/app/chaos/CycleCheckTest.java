package org.banshi.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.banshi.app.TestDatabase;
import org.banshi.app.platform.Database;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.Operation.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./banshi chaos} would find: a node that ran, and one thing changed behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CycleCheckTest {

    private static final Path BPMN = Path.of("..", "bpmn").toAbsolutePath().normalize();
    private static final int CASES = 6;

    private CaseNode node;
    private CycleCheck check;
    private List<Operation> operations;

    @BeforeAll
    void some_cases_were_filed_by_a_node_that_has_stopped(@TempDir Path keys) throws Exception {
        Database database = TestDatabase.fresh();
        Site.prepare(database);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (CaseNode working = new CaseNode(database, BPMN, keys)) {
            working.read();
            PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
            Caller caller = new Caller("caller", working, out, new Random(3));
            for (int i = 0; i < CASES; i++) {
                caller.run();
            }
            operations = ledger(told).operations();
            assertThat(new CycleCheck(working, Duration.ofSeconds(30)).check(operations))
                    .isEqualTo(new CycleCheck.Seen(4L * CASES, List.of()));
        }
        node = new CaseNode(database, BPMN, keys);
        check = new CycleCheck(node, Duration.ZERO);
    }

    @AfterAll
    void close() {
        node.close();
    }

    private static Ledger ledger(ByteArrayOutputStream told) {
        Ledger ledger = new Ledger();
        assertThat(told.toString(StandardCharsets.UTF_8).lines()).allMatch(ledger::note);
        assertThat(ledger.acknowledged()).isEqualTo(4L * CASES);
        return ledger;
    }

    /** What is found after one row was changed; then the table is as it was. */
    private List<String> violationsAfter(String table, String change) throws Exception {
        node.jdbc.execute("create table saved as table " + table);
        assertThat(node.jdbc.update(change)).isEqualTo(1);
        List<String> violations = check.check(operations).violations();
        node.jdbc.execute("delete from " + table);
        node.jdbc.execute("insert into %s table saved".formatted(table));
        node.jdbc.execute("drop table saved");
        assertThat(check.check(operations).violations()).isEmpty();
        return violations;
    }

    @Test
    void finds_an_acknowledged_event_that_is_gone() throws Exception {
        assertThat(
                        violationsAfter(
                                "event_log",
                                "delete from event_log where position ="
                                        + " (select max(position) from event_log)"))
                .contains("caller-23 was acknowledged, and 1 of its 1 events are lost");
    }

    @Test
    void finds_an_event_that_is_there_twice() throws Exception {
        assertThat(
                        violationsAfter(
                                "event_log",
                                """
                                insert into event_log
                                select 25, recorded_at, stream, sequence + 1, type, revision, id,
                                       payload, metadata, leaf
                                from event_log where position = 24
                                """))
                .anyMatch(it -> it.startsWith("application.withdrawn is twice in stream"));
    }

    @Test
    void finds_an_event_that_is_not_as_it_was_written() throws Exception {
        assertThat(
                        violationsAfter(
                                "event_log",
                                "update event_log set metadata = metadata || ' '"
                                        + " where position = 7"))
                .containsExactly(
                        "the chain does not verify: position 7: what the event holds does not lead"
                                + " to its leaf");
    }

    @Test
    void finds_a_row_without_its_events() throws Exception {
        assertThat(violationsAfter("chaos_work", "insert into chaos_work values ('stray')"))
                .containsExactly("stray has a row and no events");
    }

    @Test
    void finds_a_claim_that_nobody_gave_up() throws Exception {
        assertThat(
                        violationsAfter(
                                "event_claim",
                                "insert into event_claim values ('open-application', 'x', 1)"))
                .hasSize(1)
                .allMatch(it -> it.startsWith("by the log 6 claims are held, by their table 7"));
    }

    @Test
    void finds_a_receipt_that_is_gone() throws Exception {
        assertThat(violationsAfter("event_receipt", "delete from event_receipt where position = 1"))
                .containsExactly("caller-0 ends at 1, its receipt says null");
    }

    @Test
    void finds_a_reader_that_skipped_an_event() throws Exception {
        assertThat(violationsAfter("chaos_witness", "delete from chaos_witness where position = 7"))
                .containsExactly("reader chaos-witness saw 8 where 7 comes next");
    }

    @Test
    void finds_a_reader_that_does_not_get_on() throws Exception {
        assertThat(
                        violationsAfter(
                                "subscription_token",
                                "update subscription_token set position = 20"
                                        + " where name = 'progress'"))
                .containsExactly("reader progress is at 20 with 0 parked");
    }

    @Test
    void finds_a_read_model_that_is_not_the_fold_of_the_log() throws Exception {
        String table = node.projections.get(0).tables().get(0).name();
        assertThat(
                        violationsAfter(
                                table,
                                "delete from %s where ctid = (select min(ctid) from %s)"
                                        .formatted(table, table)))
                .singleElement()
                .asString()
                .contains("differs from the fold of the log in 1 rows");
    }

    @Test
    void takes_an_operation_that_was_never_answered_either_way() throws Exception {
        List<Operation> unanswered = new ArrayList<>(operations);
        Operation last = unanswered.remove(unanswered.size() - 1);
        unanswered.add(Word.operation(Word.sent(last.id(), last.invoked(), null, last.appends())));
        assertThat(unanswered.get(unanswered.size() - 1).answer()).isEqualTo(Answer.UNKNOWN);

        assertThat(check.check(unanswered).violations()).isEmpty();
    }
}
