package org.banshi.process.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.eventstore.LogPositions;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.world.MarketStall;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which cases a new version is for. Nobody moves them here. */
@ProcessTest
class MoveListTest {

    private static final int NEW = 900;
    private static final Duration LOOK = Duration.ofSeconds(9);

    @Autowired private Office office;
    @Autowired private VersionMoves moves;
    @Autowired private JdbcClient jdbc;

    private final Reader reader = new Reader();
    private boolean offered = true;

    @BeforeEach
    void publish() {
        moves.stop();
        jdbc.sql("INSERT INTO version_move (service, version, policy) VALUES (?, ?, 'migrated')")
                .params(MarketStall.SERVICE, NEW)
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM version_move_case WHERE version = ?").param(NEW).update();
        jdbc.sql("DELETE FROM version_move WHERE version = ?").param(NEW).update();
        moves.start();
    }

    @Test
    void waits_for_the_engine_to_begin_what_was_in_the_log_and_adds_nobody_later() {
        MoveList list = list(1_000);
        reader.head = 70;
        reader.read = 69;
        assertThat(list.next()).isLessThan(LOOK);
        ApplicationId latecomer = office.open();
        reader.head = 80;
        assertThat(list.next()).isLessThan(LOOK);
        assertThat(listed()).isEmpty();

        reader.read = 70;
        assertThat(list.next()).isEqualTo(LOOK);
        assertThat(listed()).contains(latecomer.value());

        ApplicationId after = office.open();
        assertThat(list.next()).isEqualTo(LOOK);
        assertThat(listed()).contains(latecomer.value()).doesNotContain(after.value());
    }

    @Test
    void adds_once_more_whom_a_node_began_that_heard_late_of_the_version() {
        MoveList list =
                new MoveList(
                        jdbc,
                        reader,
                        version -> offered,
                        Duration.ZERO,
                        Duration.ZERO,
                        LOOK,
                        1_000);
        assertThat(list.next()).isEqualTo(LOOK);
        ApplicationId late = office.open();
        reader.head = 5;
        assertThat(list.next()).isEqualTo(LOOK);
        assertThat(listed()).doesNotContain(late.value());

        reader.read = 5;
        assertThat(list.next()).isEqualTo(LOOK);
        assertThat(listed()).contains(late.value());

        ApplicationId after = office.open();
        assertThat(list.next()).isEqualTo(LOOK);
        assertThat(listed()).doesNotContain(after.value());
    }

    @Test
    void lists_nobody_once_the_version_was_rolled_back_even_if_it_is_offered_again() {
        office.open();
        offered = false;

        assertThat(list(1_000).next()).isEqualTo(LOOK);
        offered = true;
        assertThat(list(1_000).next()).isEqualTo(LOOK);

        assertThat(listed()).isEmpty();
    }

    @Test
    void goes_on_page_by_page_until_all_are_there() {
        String one = office.open().value();
        String other = office.open().value();
        MoveList list = list(1);

        int pages = 0;
        while (list.next().isZero()) {
            assertThat(listed()).hasSize(++pages);
        }

        assertThat(listed()).contains(one, other).hasSize(pages);
    }

    @Test
    void gives_every_node_time_to_hear_of_the_publication_first() {
        office.open();

        assertThat(list(1_000, Duration.ofHours(1)).next()).isLessThan(LOOK);

        assertThat(listed()).isEmpty();
    }

    private MoveList list(int page) {
        return list(page, Duration.ZERO);
    }

    private MoveList list(int page, Duration heard) {
        return new MoveList(
                jdbc, reader, version -> offered, heard, Duration.ofHours(1), LOOK, page);
    }

    private List<String> listed() {
        return jdbc
                .sql("SELECT application FROM version_move_case WHERE version = ?")
                .param(NEW)
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }

    /** A log as long as it is told to be. */
    private static final class Reader implements LogPositions {

        private long head;
        private long read;

        @Override
        public long lastAppended() {
            return 0;
        }

        @Override
        public void clear() {}

        @Override
        public long head() {
            return head;
        }

        @Override
        public long of(String subscription) {
            assertThat(subscription).isEqualTo(EngineSubscription.NAME);
            return read;
        }

        @Override
        public boolean await(String subscription, long position, Duration atMost) {
            return read >= position;
        }
    }
}
