package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.Views;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.banshi.query.projection.rebuild.RebuildCancelledException;
import org.banshi.query.projection.rebuild.RebuildInHandException;
import org.banshi.query.projection.rebuild.Watcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildTest {

    private final HikariDataSource database = TestDatabase.create();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private LiveLog log;
    private World world;
    private RandomStory told;
    private ProjectionRebuild rebuild;

    @BeforeAll
    void a_story_that_was_read() throws Exception {
        log = new LiveLog(database, transactions);
        world = new World(database, log.personal());
        told = new RandomStory(world.story, new Random(7));
        rebuild =
                new ProjectionRebuild(database, transactions, log.subscriptions(), log.personal());
        log.read(world.models.projections());
        told.tell(500);
        told.erase(10);
        told.tell(200);
        log.append(world.story);
        log.awaitAll(world.models.projections());
    }

    @AfterAll
    void close() {
        log.close();
        database.close();
    }

    private Projection projection(String name) {
        return world.models.byName().get(name);
    }

    private List<Map<String, Object>> schema() {
        return world.jdbc.queryForList(
                """
                SELECT n.nspname, c.relname, c.relkind, c.reloptions::text,
                    pg_get_indexdef(c.oid) AS definition
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                ORDER BY 1, 2
                """);
    }

    private List<Map<String, Object>> constraints() {
        return world.jdbc.queryForList(
                """
                SELECT conname, conrelid::regclass::text, pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Views.PROGRESS,
                Views.WORK_LIST,
                Views.INCIDENTS,
                Views.TIMELINE,
                Views.CATALOGUE,
                Views.CASELOAD,
                Views.DECLARATIONS
            })
    void rebuild_equals_live(String name) {
        ProjectionRebuild.Outcome outcome = rebuild.run(projection(name), false);

        assertThat(outcome.swapped()).isTrue();
        assertThat(outcome.comparison().isEqual()).isTrue();
        assertThat(outcome.comparison().position()).isEqualTo(world.story.head());
        assertThat(tokens()).extracting(row -> row.get("name")).doesNotContain(name + "-rebuild");
        assertThat(outcome.comparison().live()).isPositive();
        assertThat(outcome.comparison().rebuilt()).isEqualTo(outcome.comparison().live());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Views.PROGRESS,
                Views.WORK_LIST,
                Views.INCIDENTS,
                Views.TIMELINE,
                Views.CATALOGUE,
                Views.CASELOAD,
                Views.DECLARATIONS
            })
    void leaves_the_tables_as_the_migrations_made_them(String name) {
        List<Map<String, Object>> schema = schema();
        List<Map<String, Object>> constraints = constraints();
        rebuild.run(projection(name), false);

        assertThat(schema()).isEqualTo(schema);
        assertThat(constraints()).isEqualTo(constraints);
    }

    @Test
    void counts_the_rows_that_differ_and_leaves_the_live_ones() {
        world.jdbc.update("UPDATE work_item SET outcome = 'wrong' WHERE state = 'completed'");
        Long wrong =
                world.jdbc.queryForObject(
                        "SELECT count(*) FROM work_item WHERE outcome = 'wrong'", Long.class);
        world.jdbc.update(
                "DELETE FROM worklist_case WHERE application IN"
                        + " (SELECT application FROM worklist_case LIMIT 2)");
        ProjectionRebuild.Outcome outcome = rebuild.run(projection(Views.WORK_LIST), false);

        assertThat(wrong).isPositive();
        assertThat(outcome.swapped()).isFalse();
        assertThat(outcome.comparison().differing()).isEqualTo(wrong + 2);
        assertThat(outcome.comparison().rebuilt()).isEqualTo(outcome.comparison().live() + 2);
        assertThat(world.jdbc.queryForList("SELECT 1 FROM work_item WHERE outcome = 'wrong'"))
                .hasSize(wrong.intValue());
        mend();
    }

    /** The log is shared by the tests, so that each leaves the rows as it found them. */
    private void mend() {
        assertThat(rebuild.run(projection(Views.WORK_LIST), true).swapped()).isTrue();
    }

    @Test
    void swaps_differing_rows_once_they_are_accepted() {
        world.jdbc.update("UPDATE work_item SET outcome = 'wrong'");
        ProjectionRebuild.Outcome outcome = rebuild.run(projection(Views.WORK_LIST), true);

        assertThat(outcome.swapped()).isTrue();
        assertThat(world.jdbc.queryForList("SELECT 1 FROM work_item WHERE outcome = 'wrong'"))
                .isEmpty();
    }

    @Test
    void sees_a_difference_under_the_encryption() {
        world.jdbc.update(
                "UPDATE worklist_case SET applicant_name ="
                        + " (SELECT max(applicant_name) FROM worklist_case)");

        assertThat(rebuild.run(projection(Views.WORK_LIST), false).comparison().differing())
                .isPositive();
        mend();
    }

    @Test
    void the_old_tables_serve_and_follow_the_log_until_the_new_ones_do() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> live =
                CompletableFuture.runAsync(
                        () -> {
                            while (!done.get()) {
                                told.tell(5);
                                log.append(world.story);
                            }
                        });
        CompletableFuture<Integer> readers =
                CompletableFuture.supplyAsync(
                        () -> {
                            int pages = 0;
                            while (!done.get()) {
                                assertThat(list().rows()).isNotEmpty();
                                pages++;
                            }
                            return pages;
                        });
        for (String name : world.models.byName().keySet()) {
            assertThat(rebuild.run(projection(name), false).swapped()).as(name).isTrue();
        }
        done.set(true);
        live.join();
        log.awaitAll(world.models.projections());

        assertThat(readers.join()).isPositive();
        for (String name : world.models.byName().keySet()) {
            ProjectionRebuild.Outcome again = rebuild.run(projection(name), false);
            assertThat(again.comparison().isEqual()).as(name).isTrue();
            assertThat(again.comparison().position()).isEqualTo(world.story.head());
        }
    }

    private Page<WorkItemRow> list() {
        return world.page(
                new FindWorkItems(
                        World.auditor(), "all", null, null, null, null, null, "due", null, 5),
                WorkItemRow.class);
    }

    @Test
    void leaves_nothing_behind_when_an_event_can_not_be_taken() {
        List<Map<String, Object>> schema = schema();
        List<Map<String, Object>> tokens = tokens();
        Projection broken =
                new Projection(Views.CATALOGUE, world.jdbc) {
                    @Override
                    public List<Table> tables() {
                        return projection(Views.CATALOGUE).tables();
                    }

                    @Override
                    public Fold fold(RowStore store) {
                        return new Fold() {
                            @Override
                            public void take(List<Recorded> batch) {
                                throw new IllegalStateException("broken");
                            }

                            @Override
                            public void write() {}
                        };
                    }
                };

        assertThatThrownBy(() -> rebuild.run(broken, true)).hasMessage("broken");
        assertThat(schema()).isEqualTo(schema);
        assertThat(tokens()).isEqualTo(tokens);
    }

    /** Cancels once the log has been read as far as {@code from}. */
    private static final class Stop implements Watcher {
        private final Phase at;
        private final long from;
        private boolean cancelled;
        private long first = -1;

        Stop(Phase at, long from) {
            this.at = at;
            this.from = from;
        }

        @Override
        public void enters(Phase phase) {
            cancelled |= phase == at && phase != Phase.READING;
        }

        @Override
        public void reads(long position, long target) {
            first = first < 0 ? position : first;
            cancelled |= at == Phase.READING && position >= from;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Watcher.Phase.class,
            names = {"READING", "INDEXING", "COMPARING"})
    void goes_on_where_it_was_cancelled(Watcher.Phase phase) {
        Projection timeline = projection(Views.TIMELINE);
        List<Map<String, Object>> schema = schema();

        assertThatThrownBy(() -> rebuild.run(timeline, false, true, new Stop(phase, 0)))
                .isInstanceOf(RebuildCancelledException.class);
        long left = rebuild.left(timeline).orElseThrow();
        Stop watcher = new Stop(Watcher.Phase.READING, Long.MAX_VALUE);
        ProjectionRebuild.Outcome outcome = rebuild.run(timeline, false, false, watcher);

        assertThat(watcher.first).isEqualTo(left);
        assertThat(outcome.comparison().isEqual()).isTrue();
        assertThat(outcome.swapped()).isTrue();
        assertThat(rebuild.left(timeline)).isEmpty();
        assertThat(schema()).isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Views.PROGRESS,
                Views.WORK_LIST,
                Views.INCIDENTS,
                Views.TIMELINE,
                Views.CATALOGUE,
                Views.CASELOAD,
                Views.DECLARATIONS
            })
    void a_half_that_one_left_is_completed_by_another_that_has_nothing_in_memory(String name) {
        Projection projection = projection(name);
        long half = world.story.head() / 2;
        ProjectionRebuild another =
                new ProjectionRebuild(
                        database, transactions, log.subscriptions(), log.personal(), 100);
        assertThatThrownBy(
                        () ->
                                another.run(
                                        projection,
                                        false,
                                        true,
                                        new Stop(Watcher.Phase.READING, half)))
                .isInstanceOf(RebuildCancelledException.class);
        assertThat(rebuild.left(projection).orElseThrow()).isBetween(half, half + 100);

        ProjectionRebuild.Outcome outcome = rebuild.run(projection, false, false, Watcher.NOBODY);

        assertThat(outcome.comparison().isEqual()).isTrue();
        assertThat(outcome.comparison().position()).isEqualTo(world.story.head());
    }

    @Test
    void finds_one_letter_that_was_changed_in_a_live_row() {
        world.jdbc.update(
                "UPDATE timeline SET facts = facts || ' ' WHERE position ="
                        + " (SELECT max(position) FROM timeline)");
        ProjectionRebuild.Outcome outcome = rebuild.run(projection(Views.TIMELINE), true);

        assertThat(outcome.comparison().differing()).isEqualTo(1);
        assertThat(outcome.comparison().liveChecksum())
                .isNotEqualTo(outcome.comparison().rebuiltChecksum());
    }

    @Test
    void what_was_left_can_be_thrown_away() {
        Projection catalogue = projection(Views.CATALOGUE);
        List<Map<String, Object>> schema = schema();
        assertThatThrownBy(
                        () ->
                                rebuild.run(
                                        catalogue,
                                        false,
                                        true,
                                        new Stop(Watcher.Phase.COMPARING, 0)))
                .isInstanceOf(RebuildCancelledException.class);
        assertThat(rebuild.left(catalogue)).isPresent();

        rebuild.discard(catalogue);

        assertThat(rebuild.left(catalogue)).isEmpty();
        assertThat(schema()).isEqualTo(schema);
    }

    private List<Map<String, Object>> tokens() {
        return world.jdbc.queryForList("SELECT name, position FROM subscription_token ORDER BY 1");
    }

    @Test
    void a_swap_that_is_tried_again_keeps_what_came_in_during_the_first_attempt() throws Exception {
        Runnable meanwhile =
                () -> {
                    told.tell(40);
                    log.append(world.story);
                };
        try (CrowdedSwap crowd = new CrowdedSwap(world, Views.PROGRESS, meanwhile)) {
            CompletableFuture<ProjectionRebuild.Outcome> outcome =
                    CompletableFuture.supplyAsync(
                            () -> rebuild.run(projection(Views.PROGRESS), false, true, crowd));
            crowd.untilSecondAttempt();

            assertThat(outcome.join().swapped()).isTrue();
        }
        log.awaitAll(world.models.projections());
        assertThat(rebuild.run(projection(Views.PROGRESS), false).comparison().isEqual()).isTrue();
    }

    /** Whose connection is lost lets the next one begin, and does not see it at once. */
    @Test
    void one_that_lost_its_turn_leaves_alone_what_the_next_one_makes() {
        Projection timeline = projection(Views.TIMELINE);
        Watcher losing =
                new Watcher() {
                    @Override
                    public void enters(Phase phase) {
                        if (phase == Phase.INDEXING) {
                            endTurns();
                            assertThatThrownBy(
                                            () ->
                                                    rebuild.run(
                                                            timeline,
                                                            false,
                                                            true,
                                                            new Stop(Phase.READING, 0)))
                                    .isInstanceOf(RebuildCancelledException.class);
                        }
                    }
                };

        assertThatThrownBy(() -> rebuild.run(timeline, false, true, losing))
                .hasMessage("the turn to rebuild timeline was lost");

        assertThat(rebuild.left(timeline)).isPresent();
        assertThat(rebuild.run(timeline, false, false, Watcher.NOBODY).swapped()).isTrue();
    }

    private void endTurns() {
        assertThat(
                        world.jdbc.queryForList(
                                """
                                SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
                                WHERE locktype = 'advisory' AND granted
                                  AND (classid::bigint << 32 | objid::bigint) =
                                    hashtextextended('banshi.rebuild.timeline', 0)
                                """))
                .hasSize(1);
    }

    @Test
    void refuses_to_begin_while_one_is_in_hand() throws Exception {
        try (Connection other = world.database.getConnection()) {
            other.createStatement()
                    .execute(
                            "SELECT pg_advisory_lock("
                                    + "hashtextextended('banshi.rebuild.progress', 0))");

            assertThatThrownBy(() -> rebuild.run(projection(Views.PROGRESS), false))
                    .isInstanceOf(RebuildInHandException.class);
            assertThat(rebuild.inHand(projection(Views.PROGRESS))).isTrue();
            assertThat(rebuild.inHand(projection(Views.CATALOGUE))).isFalse();
            assertThat(rebuild.run(projection(Views.CATALOGUE), false).swapped()).isTrue();
            other.createStatement().execute("SELECT pg_advisory_unlock_all()");
        }
    }
}
