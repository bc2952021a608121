package org.banshi.eventstore.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.banshi.eventstore.LogExport;
import org.banshi.eventstore.LogFileVerifier;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** An export of a log of some hundred events, and one thing changed in it in each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogFileVerifierTest {

    private static final int DIARIES = 60;

    private HikariDataSource pool;
    private JdbcTemplate jdbc;
    private Checkpoint early;
    private Checkpoint late;
    private List<String> lines;

    /** Groups of two and of three: positions 1 and 2, 3 to 5, 6 and 7, and so on. */
    @BeforeAll
    void an_export(@TempDir Path keys) throws Exception {
        pool = TestDatabase.fresh();
        jdbc = new JdbcTemplate(pool);
        Checkpoints checkpoints =
                new Checkpoints(
                        jdbc,
                        CheckpointKey.in(keys),
                        "test",
                        Clock.fixed(Node.WHEN, ZoneOffset.UTC));
        try (Node node = new Node(pool)) {
            for (int i = 0; i < DIARIES; i++) {
                String diary = "diary-" + i;
                node.append(diary, 0, Node.begun(diary), Node.written(diary, 1));
                node.append(
                        diary,
                        2,
                        Node.written(diary, 2),
                        Node.written(diary, 3),
                        Node.written(diary, 4));
                if (i == 20) {
                    early = checkpoints.newest();
                }
            }
        }
        late = checkpoints.newest();
        lines = exported();
        assertThat(lines).hasSize(5 * DIARIES);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    private List<String> exported() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LogExport(pool).write(1, Long.MAX_VALUE, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Optional<Verification> verify(String text, Checkpoint... checkpoints)
            throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LogFileVerifier(new ByteArrayInputStream(bytes), List.of(checkpoints))
                .verify(position -> {});
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** What is found after a change of the lines. */
    private List<String> findings(Consumer<List<String>> change) throws Exception {
        List<String> changed = new ArrayList<>(lines);
        change.accept(changed);
        return verify(text(changed), early, late).orElseThrow().findings().stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void finds_nothing_in_an_export_that_nobody_changed() throws Exception {
        Verification verification = verify(text(lines), early, late).orElseThrow();

        assertThat(verification.good()).isTrue();
        assertThat(verification.events()).isEqualTo(late.size());
        assertThat(verification.root()).isEqualTo(late.root());
    }

    @Test
    void finds_each_event_that_was_changed() throws Exception {
        assertThat(
                        findings(
                                all -> {
                                    all.set(7, all.get(7).replace("\"page\":2", "\"page\":9"));
                                    all.set(150, all.get(150).replace("diary-30", "diary-3"));
                                }))
                .containsExactly(
                        "position 8: what the event holds does not lead to its leaf",
                        "position 151: what the event holds does not lead to its leaf");
    }

    @Test
    void finds_another_leaf_by_its_group_and_all_after_it() throws Exception {
        assertThat(
                        findings(
                                all ->
                                        all.set(
                                                7,
                                                all.get(7)
                                                        .replaceFirst(
                                                                "\"leaf\":\"[0-9a-f]{8}",
                                                                "\"leaf\":\"01234567"))))
                .contains("position 8: what the event holds does not lead to its leaf")
                .anyMatch(
                        it ->
                                it.startsWith(
                                        "positions 8 to 10: the events do not lead to their"
                                                + " group's root, and so in the next 116 groups"));
    }

    @Test
    void finds_another_time_or_link() throws Exception {
        assertThat(
                        findings(
                                all ->
                                        all.set(
                                                7,
                                                all.get(7)
                                                        .replaceFirst(
                                                                "\"recordedtime\":\"20",
                                                                "\"recordedtime\":\"30"))))
                .containsExactly("position 8: recorded at another time than the group");
        assertThat(
                        findings(
                                all ->
                                        all.set(
                                                9,
                                                all.get(9)
                                                        .replaceFirst(
                                                                "\"chain\":\"[0-9a-f]{8}",
                                                                "\"chain\":\"01234567"))))
                .containsExactly(
                        "positions 8 to 10: the group's link does not follow from what is before,"
                                + " and so in the next 1 groups");
    }

    @Test
    void finds_lines_that_are_gone_doubled_swapped_or_no_events() throws Exception {
        assertThat(findings(all -> all.remove(7))).contains("position 8: no event is here");
        assertThat(findings(all -> all.add(8, all.get(7))))
                .containsExactly("position 8: comes after position 8");
        assertThat(findings(all -> Collections.swap(all, 7, 8)))
                .contains("position 8: no event is here", "position 8: comes after position 9");
        assertThat(findings(all -> all.set(7, "{}")))
                .contains(
                        "position 8: line 8: is not as an export writes it",
                        "position 8: no event is here");
    }

    @Test
    void finds_that_the_end_is_gone() throws Exception {
        assertThat(findings(all -> all.subList(293, 300).clear()))
                .startsWith(
                        "positions 294 to 300: gone, as the checkpoint of 2026-09-14T01:00:00Z"
                                + " says")
                .contains("position 293: no group holds them");
        assertThat(findings(all -> all.subList(295, 300).clear()))
                .containsExactly(
                        "positions 296 to 300: gone, as the checkpoint of 2026-09-14T01:00:00Z"
                                + " says");
        String cut = text(lines).substring(0, text(lines).length() - 9);
        assertThat(verify(cut).orElseThrow().findings())
                .extracting(Finding::toString)
                .contains("position 300: line 300: is cut off");
    }

    @Test
    void finds_by_a_checkpoint_what_was_made_to_fit() throws Exception {
        Superuser superuser = new Superuser(jdbc);
        superuser.save();
        jdbc.update("update event_log set payload = '{}' where position = 8");
        superuser.fixEverything(8);
        String forged = text(exported());
        superuser.restore();

        assertThat(verify(forged).orElseThrow().good()).isTrue();
        assertThat(verify(forged, early, late).orElseThrow().findings())
                .extracting(Finding::toString)
                .contains(
                        "positions 1 to 105: not what the checkpoint of 2026-09-14T01:00:00Z says");
    }

    @Test
    void shows_nothing_of_a_part_that_begins_later() throws Exception {
        assertThat(verify(text(lines.subList(2, 300)))).isEmpty();
        assertThat(verify("").orElseThrow().events()).isZero();
    }
}
