package org.banshi.eventstore.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** One thing changed in the log behind its back in each test. */
class LogVerifierTest extends ChangedLog {

    @Test
    void a_checkpoint_is_signed_over_what_one_connection_saw_and_flushed() {
        AtomicInteger connections = new AtomicInteger();
        DelegatingDataSource counted =
                new DelegatingDataSource(pool) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        connections.incrementAndGet();
                        return super.getConnection();
                    }
                };
        Checkpoint newest =
                new Checkpoints(new JdbcTemplate(counted), key, "test", Clock.systemUTC()).newest();

        assertThat(newest.size()).isEqualTo(head);
        assertThat(connections).hasValue(1);
    }

    @Test
    void finds_nothing_in_a_log_that_nobody_changed() throws SQLException {
        Verification verification = verifier.whole(List.of(early, late), position -> {});

        assertThat(verification.good()).isTrue();
        assertThat(verification.events()).isEqualTo(head);
        assertThat(verification.root()).isEqualTo(late.root());
    }

    @Test
    void finds_a_changed_payload() throws SQLException {
        change("update event_log set payload = payload || ' ' where position = 777");

        assertThat(findings())
                .containsExactly("position 777: what the event holds does not lead to its leaf");
    }

    @Test
    void finds_any_other_column_that_was_changed() throws SQLException {
        String leaf = "position 778: what the event holds does not lead to its leaf";
        for (String column :
                List.of(
                        "metadata = metadata || ' '",
                        "revision = revision + 1",
                        "id = gen_random_uuid()",
                        "type = (select min(t.id) from event_type t where t.id <> event_log.type)",
                        "sequence = sequence + 1000")) {
            change("update event_log set %s where position = 778".formatted(column));
            assertThat(findings()).as(column).contains(leaf);
            superuser.restore();
            superuser.save();
        }
        change(
                "update event_log set recorded_at = recorded_at + interval '1 us' where position = 778");
        assertThat(findings())
                .containsExactly("position 778: recorded at another time than the group");
    }

    @Test
    void finds_a_renamed_stream_at_each_of_its_events() throws SQLException {
        change("update event_stream set name = 'other' where name = 'diary-9'");

        assertThat(findings())
                .hasSize(5)
                .contains("position 46: what the event holds does not lead to its leaf");
    }

    @Test
    void finds_a_changed_event_whose_leaf_was_made_to_fit_and_another_after_it()
            throws SQLException {
        for (long position : List.of(778, 1433)) {
            change("update event_log set payload = '{}' where position = " + position);
            superuser.fixLeaf(position);
        }

        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "positions 778 to 780: the events do not lead to their group's root,"
                                + " and so in the next 97 groups",
                        "positions 769 to 1024: they do not lead to the tree's node of level 8 over"
                                + " them",
                        "positions 1433 to 1435: the events do not lead to their group's root,"
                                + " and so in the next 40 groups",
                        "positions 1281 to 1536: they do not lead to the tree's node of level 8"
                                + " over them");
    }

    @Test
    void finds_a_changed_event_whose_leaf_and_roots_were_made_to_fit() throws SQLException {
        change("update event_log set payload = '{}' where position = 778");
        superuser.fixLeaf(778);
        superuser.fixRoots();

        assertThat(findings())
                .first()
                .asString()
                .startsWith("positions 778 to 780: the group's link does not follow");
    }

    @Test
    void finds_a_changed_event_by_a_checkpoint_when_everything_was_made_to_fit()
            throws SQLException {
        change("update event_log set payload = '{}' where position = 778");
        superuser.fixEverything(778);

        assertThat(findings()).isEmpty();
        assertThat(findings(early, late))
                .containsExactly(
                        "positions 756 to 1750: not what the checkpoint of 2026-09-14T01:00:00Z"
                                + " says");
    }

    @Test
    void finds_a_removed_event() throws SQLException {
        change("delete from event_log where position = 778");

        assertThat(findings()).contains("position 778: no event is here");
        assertThat(findings()).anyMatch(it -> it.contains("has 4 events, numbered from 0 to 4"));
    }

    @Test
    void finds_a_removed_event_when_those_after_moved_up_and_all_fits() throws SQLException {
        change("delete from event_log where position = 778");
        change("update event_log set position = -position where position > 778");
        change("update event_log set position = -position - 1 where position < 0");
        superuser.fixRoots();
        change("delete from event_group where position = " + head);
        change(
                "update event_group set position = %d where position = %d"
                        .formatted(head - 1, head - 3));
        superuser.fixLinksAndHead();

        assertThat(findings()).anyMatch(it -> it.contains("has 4 events, numbered from 0 to 4"));
        assertThat(findings(early, late))
                .contains("position 1750: gone, as the checkpoint of 2026-09-14T01:00:00Z says");
    }

    @Test
    void finds_that_the_last_events_were_removed_and_the_head_set_back() throws SQLException {
        change("delete from event_log where position > 1745");
        change("delete from event_group where position > 1745");
        superuser.fixLinksAndHead();

        assertThat(findings()).isEmpty();
        assertThat(findings(early, late))
                .containsExactly(
                        "positions 1746 to 1750: gone, as the checkpoint of 2026-09-14T01:00:00Z"
                                + " says");
    }

    @Test
    void finds_an_inserted_event() throws SQLException {
        change("update event_log set position = -position where position > 778");
        change("update event_log set position = 1 - position where position < 0");
        change(
                """
                insert into event_log
                select 779, recorded_at, stream, 5, type, revision, gen_random_uuid(), payload,
                       metadata, leaf
                from event_log where position = 778
                """);
        superuser.fixLeaf(779);

        assertThat(findings())
                .contains("position 1751: events that the head does not count")
                .anyMatch(it -> it.startsWith("positions 778 to 780: the events do not lead"));
    }

    @Test
    void finds_two_events_that_were_swapped() throws SQLException {
        change("update event_log set position = -1 where position = 778");
        change("update event_log set position = 778 where position = 779");
        change("update event_log set position = 779 where position = -1");

        assertThat(findings())
                .anyMatch(it -> it.startsWith("positions 778 to 780: the events do not lead"));
    }

    @Test
    void finds_a_group_a_node_or_a_head_that_was_changed() throws SQLException {
        change(
                "update event_group set recorded_at = recorded_at + interval '1 us'"
                        + " where position = 780");
        assertThat(findings())
                .contains(
                        "positions 778 to 780: the group's link does not follow from what is before");
        superuser.restore();
        superuser.save();
        change("delete from event_group where position = 780");
        assertThat(findings())
                .contains(
                        "positions 778 to 782: the group's link does not follow from what is before");
        superuser.restore();
        superuser.save();
        change("update event_subtree set root = sha256('x') where nth = 3");
        assertThat(findings())
                .containsExactly(
                        "positions 769 to 1024: they do not lead to the tree's node of level 8 over"
                                + " them");
        superuser.restore();
        superuser.save();
        change("delete from event_subtree where nth = 3");
        assertThat(findings())
                .containsExactly(
                        "positions 769 to 1024: the tree's node of level 8 over them is gone");
        superuser.restore();
        superuser.save();
        change("update event_heads set chain = sha256('x')");
        assertThat(findings()).containsExactly("position 1750: the head is not the last group's");
    }

    @Test
    void looks_at_the_groups_of_a_range_only() throws SQLException {
        change("update event_log set payload = payload || ' ' where position in (300, 779, 1500)");

        Verification verification = verifier.range(779, 900, List.of(), position -> {});
        assertThat(verification.findings()).extracting(Finding::from).containsExactly(779L);
        assertThat(verification.from()).isEqualTo(778);
        assertThat(verification.to()).isEqualTo(900);
        assertThat(verifier.range(1000, 1100, List.of(early, late), position -> {}).good())
                .isTrue();
    }

    @Test
    void tells_of_a_range_whose_past_or_checkpoint_does_not_fit() throws SQLException {
        change("update event_log set payload = '{}' where position = 778");
        superuser.fixEverything(778);

        assertThat(verifier.range(1000, 1100, List.of(), position -> {}).good()).isTrue();
        assertThat(verifier.range(1000, 1100, List.of(late), position -> {}).good()).isFalse();
        change("update event_subtree set root = sha256('x') where nth = 3");
        assertThat(verifier.range(1600, 1700, List.of(), position -> {}).findings())
                .extracting(Finding::toString)
                .contains("positions 1 to 1597: the stored tree does not lead to the root there");
    }

    @Test
    void follows_one_stream_to_the_root() throws SQLException {
        assertThat(stream("diary-155", early, late))
                .isEqualTo(new Verification(776, 780, 5, late.root(), List.of(), 0));
        change("update event_log set payload = '{}' where position = 778");
        assertThat(stream("diary-155").findings())
                .extracting(Finding::from)
                .containsExactly(778L, 778L);
        superuser.fixLeaf(778);
        assertThat(stream("diary-155").findings())
                .contains(new Finding(778, 778, "no way leads from the event to the root"));
        assertThat(stream("diary-300").good()).isTrue();
        assertThat(stream("diary-349", early, late).good()).isTrue();
        superuser.fixEverything(778);
        assertThat(stream("diary-155", late).good()).isFalse();
    }

    private Verification stream(String name, Checkpoint... checkpoints) throws SQLException {
        return verifier.stream(name, List.of(checkpoints), position -> {});
    }

    @Test
    void finds_that_the_last_event_of_a_stream_was_moved_to_another_one() throws SQLException {
        change(
                """
                update event_log set sequence = 5,
                    stream = (select id from event_stream where name = 'diary-9')
                where position = 780
                """);

        assertThat(verifier.streamAlone("diary-155", List.of(late), head).good()).isTrue();
        assertThat(stream("diary-155", late).findings())
                .extracting(Finding::toString)
                .containsExactly("position 780: what the event holds does not lead to its leaf");
        superuser.fixLeaf(780);
        assertThat(stream("diary-155").findings())
                .extracting(Finding::toString)
                .anyMatch(
                        it ->
                                it.startsWith(
                                        "positions 778 to 780: the events do not lead to their"
                                                + " group's root"));
        superuser.fixEverything(780);
        assertThat(stream("diary-155").good()).isTrue();
        assertThat(stream("diary-155", late).good()).isFalse();
    }

    @Test
    void finds_that_all_events_of_a_stream_were_moved_to_another_one() throws SQLException {
        change("update event_stream set name = 'other' where name = 'diary-155'");

        assertThat(stream("diary-155").findings())
                .extracting(Finding::from)
                .containsExactly(776L, 777L, 778L, 779L, 780L);
    }

    @Test
    void misses_the_last_event_of_a_stream() throws SQLException {
        // In a part of the tree by which the others are not proven.
        change("delete from event_log where position = 1025");

        assertThat(stream("diary-204", late).findings())
                .extracting(Finding::toString)
                .contains("position 1025: no event is here");
        assertThat(verifier.streamAlone("diary-204", List.of(late), head).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "positions 1 to 1750: 1749 events are here: some are gone, perhaps of this"
                                + " stream");
        // Whoever can't wait until a longer log is counted is not told.
        assertThat(verifier.streamAlone("diary-204", List.of(), 1_749).good()).isTrue();
    }

    @Test
    void proves_events_and_growth_from_the_stored_tree() {
        StoredTree tree = new StoredTree(jdbc);
        byte[] leaf =
                jdbc.queryForObject(
                        "select leaf from event_log where position = 778", byte[].class);

        assertThat(tree.inclusion(777, head).leads(leaf, late.rootHash())).isTrue();
        assertThat(tree.consistency(early.size(), head).joins(early.rootHash(), late.rootHash()))
                .isTrue();
    }

    @Test
    void knows_its_own_signature_and_no_other(@TempDir Path folder) throws Exception {
        Checkpoint other =
                new Checkpoint(
                        late.origin(),
                        late.size() - 1,
                        late.root(),
                        late.chain(),
                        late.time(),
                        late.key(),
                        late.signature());

        CheckpointPublicKey own = CheckpointPublicKey.of(key.publicHalf().text());
        CheckpointPublicKey stranger = CheckpointKey.in(folder).publicHalf();
        assertThat(own.signed(late)).isTrue();
        assertThat(own.signed(other)).isFalse();
        assertThat(own.signed(late.signed("00"))).isFalse();
        assertThat(stranger.signed(late)).isFalse();
        assertThat(CheckpointKey.in(folder).publicHalf().id()).isEqualTo(stranger.id());
        assertThatIllegalArgumentException().isThrownBy(() -> CheckpointPublicKey.of("c2hvcnQ="));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("checkpoint.key"))))
                .isEqualTo("rw-------");
    }
}
