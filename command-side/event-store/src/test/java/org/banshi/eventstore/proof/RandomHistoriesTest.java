package org.banshi.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.LongStream;
import org.banshi.eventstore.TestDatabase;
import org.banshi.eventstore.history.Operation.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Concurrent histories at random, held to the model. A failure names its seed. */
class RandomHistoriesTest {

    private static final int OPERATIONS_EACH = 60;

    private final HikariDataSource pool = TestDatabase.fresh();

    @AfterEach
    void close() {
        pool.close();
    }

    /** Two that are always the same, one that is new each time, or the one that is asked for. */
    static LongStream seeds() {
        Long asked = Long.getLong("banshi.proof.seed");
        return asked == null ? LongStream.of(1, 2, System.nanoTime()) : LongStream.of(asked);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_history_is_one_order_of_whole_commands_that_every_reader_sees(long seed)
            throws Exception {
        try (RandomHistory history = new RandomHistory(seed, pool)) {
            history.run(OPERATIONS_EACH, writing -> {});

            assertThat(history.violations()).as("-Dbanshi.proof.seed=%d", seed).isEmpty();
            assertThat(history.answered(Answer.APPENDED)).isGreaterThan(100);
            assertThat(history.answered(Answer.MOVED_ON)).isPositive();
            assertThat(history.answered(Answer.REFUSED)).isPositive();
            assertThat(history.answered(Answer.UNKNOWN)).isZero();
        }
    }

    /**
     * The whole way from the database to the verdict: a store that breaks its word is found out.
     */
    @Test
    void a_database_that_quietly_loses_one_event_is_found_out() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        jdbc.execute(
                """
                create function lose() returns trigger language plpgsql as 'begin return null; end';
                create trigger lose before insert on event_log
                    for each row when (new.position = 57) execute function lose();
                """);
        try (RandomHistory history = new RandomHistory(1, pool)) {
            history.run(OPERATIONS_EACH, writing -> {});

            assertThat(history.violations())
                    .contains("position 56 is followed by 58")
                    .anyMatch(it -> it.contains("was acknowledged, and 1 of its"))
                    .anyMatch(it -> it.startsWith("reader PAGES of 0 saw 58 where 57"));
        } finally {
            jdbc.execute("drop function lose() cascade");
        }
    }
}
