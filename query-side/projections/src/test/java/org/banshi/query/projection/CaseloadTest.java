package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Resumed;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.caseload.Board;
import org.banshi.query.contract.caseload.Board.OfficeLoad;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.query.contract.caseload.FindDueCases;
import org.banshi.query.contract.caseload.FindStatistics;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.Views;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.Story.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

class CaseloadTest {

    private static final Scope CITY = World.supervisor("440100");

    private final World world = new World();
    private final Story story = world.story;

    private Statistics statistics(Scope scope, String region, String by) {
        return world.ask(
                new FindStatistics(
                        scope, region, null, by, YearMonth.of(2026, 9), YearMonth.of(2026, 12)),
                ResponseTypes.instanceOf(Statistics.class));
    }

    private Board board(Scope scope) {
        return world.ask(new FindBoard(scope), ResponseTypes.instanceOf(Board.class));
    }

    private Case accepted(String region, String due) {
        Case c = story.applied(region);
        story.of(
                c,
                new Accepted(
                        c.id(),
                        c.person(),
                        LocalDate.of(2026, 9, 14),
                        new DueDate(LocalDate.parse(due), false),
                        null));
        return c;
    }

    private void concluded(Case c, Conclusion conclusion) {
        story.of(
                c,
                new Concluded(
                        c.id(), c.person(), conclusion, null, null, FormData.empty(), List.of()));
    }

    @Test
    void counts_what_came_in_and_how_and_when_it_ended() {
        Case approved = accepted("440106001", "2026-09-20");
        Case late = accepted("440106002", "2026-09-20");
        Case withdrawn = accepted("440111001", "2026-09-20");
        accepted("440111001", "2026-09-20");
        story.later(Duration.ofDays(3));
        concluded(approved, Conclusion.APPROVED);
        story.of(withdrawn, new Withdrawn(withdrawn.id(), withdrawn.person(), null));
        story.later(Duration.ofDays(30));
        concluded(late, Conclusion.REJECTED);
        world.catchUp();

        Statistics city = statistics(CITY, "440100", "region");
        assertThat(city.total())
                .isEqualTo(
                        new Statistics.Line(
                                "",
                                4L,
                                1L,
                                Map.of("approved", 1L, "withdrawn", 1L, "rejected", 1L),
                                1,
                                1,
                                0,
                                3,
                                33));
        assertThat(city.lines())
                .extracting(Statistics.Line::key, Statistics.Line::received, Statistics.Line::open)
                .containsExactly(tuple("440106", 2L, 0L), tuple("440111", 2L, 1L));
        assertThat(statistics(CITY, "440100", "month").lines())
                .extracting(Statistics.Line::key, Statistics.Line::received, Statistics.Line::ended)
                .containsExactly(tuple("2026-09", 4L, 2L), tuple("2026-10", 0L, 1L));
        assertThat(statistics(CITY, "440100", "outcome").lines())
                .extracting(Statistics.Line::key)
                .containsExactly("approved", "rejected", "withdrawn");
        assertThat(statistics(CITY, "440106001", "service").total().received()).isEqualTo(1);
    }

    @Test
    void a_case_that_was_closed_by_an_ending_of_the_items_own_counts_as_that() {
        Case c = accepted("440106001", "2026-09-20");
        story.of(
                c,
                new StepCompleted(c.id(), c.person(), "review", "parted", "意见", FormData.empty()));
        concluded(c, Conclusion.APPROVED);
        world.catchUp(world.models.byName().get(Views.CASELOAD), 1);
        world.catchUp();

        Statistics figures = statistics(CITY, "440100", "outcome");
        assertThat(figures.total().outcomes()).isEqualTo(Map.of("closed", 1L));
        assertThat(figures.lines())
                .extracting(Statistics.Line::key)
                .containsExactly("closed:review/parted");
    }

    @Test
    void days_on_which_the_clock_stood_still_make_nothing_late() {
        Case c = accepted("440106001", "2026-09-16");
        story.of(c, new Suspended(c.id(), c.person(), "等待判决"));
        world.clock("2026-10-20T01:00:00Z");
        world.catchUp();
        assertThat(board(CITY).total().casesOverdue()).isZero();
        story.later(Duration.ofDays(30));
        story.of(
                c, new Resumed(c.id(), c.person(), new DueDate(LocalDate.of(2026, 10, 16), false)));
        concluded(c, Conclusion.APPROVED);
        world.catchUp();

        assertThat(statistics(CITY, "440100", "service").total().inTime()).isEqualTo(1);
    }

    @Test
    void a_supervisor_sees_the_own_region_and_below_and_nobody_elses() {
        accepted("440106001", "2026-09-20");
        accepted("440304001", "2026-09-20");
        world.catchUp();

        for (String by : List.of("service", "region", "month", "outcome")) {
            assertThat(statistics(CITY, "440304", by).total().received()).isZero();
            assertThat(statistics(CITY, "440000", by).lines()).isEmpty();
        }
        assertThat(statistics(CITY, "440106", "region").lines()).hasSize(1);
        assertThat(statistics(World.officer("li", "town", "440106"), "440106", "region").lines())
                .isEmpty();
        assertThat(statistics(World.citizen("person-1"), "440106", "region").lines()).isEmpty();
        assertThatThrownBy(() -> statistics(CITY, "440106", "person"))
                .isInstanceOf(BadQueryException.class);
        assertThatThrownBy(() -> statistics(CITY, "44", "region"))
                .isInstanceOf(BadQueryException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void agrees_with_the_lists_and_with_a_plain_recount(long seed) {
        RandomStory told = new RandomStory(story, new Random(seed));
        told.tell(700);
        world.catchUp(world.models.byName().get(Views.CASELOAD), 37);
        world.catchUp();
        world.clock("2026-09-25T01:00:00Z");

        for (String region : List.of("440000", "440100", "440106")) {
            Scope scope = World.supervisor(region);
            Recount recount = new Recount(scope, story.events());
            for (String by : List.of("service", "region", "month", "outcome")) {
                Statistics statistics = statistics(scope, region, by);
                recount.isThatOf(statistics.total());
                assertThat(sum(statistics, Statistics.Line::ended))
                        .isEqualTo(statistics.total().ended());
            }
            agree(scope);
        }
    }

    private static long sum(Statistics statistics, Function<Statistics.Line, Long> of) {
        return statistics.lines().stream().mapToLong(of::apply).sum();
    }

    /** Each count is that of the list to which it leads. */
    private void agree(Scope scope) {
        Board board = board(scope);
        agree(scope, board.total());
        board.offices().forEach(office -> agree(scope, office));
        for (Board.OfficerLoad officer : board.officers()) {
            assertThat(tasks(scope, null, null, officer.account())).isEqualTo(officer.held());
            assertThat(tasks(scope, "overdue", null, officer.account()))
                    .isEqualTo(officer.overdue());
            assertThat(tasks(scope, "soon", null, officer.account())).isEqualTo(officer.soon());
        }
    }

    private void agree(Scope scope, OfficeLoad load) {
        assertThat(tasks(scope, null, load.office(), null)).isEqualTo(load.open());
        assertThat(tasks(scope, "overdue", load.office(), null)).isEqualTo(load.overdue());
        assertThat(tasks(scope, "soon", load.office(), null)).isEqualTo(load.soon());
        assertThat(cases(scope, "overdue", load.office())).isEqualTo(load.casesOverdue());
        assertThat(cases(scope, "soon", load.office())).isEqualTo(load.casesSoon());
    }

    private long tasks(
            Scope scope, @Nullable String due, @Nullable String office, @Nullable String holder) {
        Page<WorkItemRow> page =
                world.page(
                        new FindWorkItems(
                                scope, "all", null, null, null, due, null, office, holder, "due",
                                null, 200),
                        WorkItemRow.class);
        assertThat(page.rows())
                .allSatisfy(
                        row -> {
                            if (due != null) {
                                assertThat(row.urgency()).isEqualTo(due);
                            }
                        });
        return page.count();
    }

    private long cases(Scope scope, String due, @Nullable String office) {
        Page<DueCase> page =
                world.page(new FindDueCases(scope, due, office, null, 200), DueCase.class);
        assertThat(page.rows()).hasSize(page.count());
        return page.count();
    }

    @Test
    void what_it_costs_does_not_grow_with_the_cases() {
        for (int i = 0; i < 40; i++) {
            concluded(accepted("440106001", "2026-09-20"), Conclusion.APPROVED);
        }
        world.catchUp();
        Map<String, Long> few = rowsRead(() -> statistics(CITY, "440100", "service"));
        for (int i = 0; i < 400; i++) {
            concluded(accepted("440106001", "2026-09-20"), Conclusion.APPROVED);
        }
        world.catchUp();
        Map<String, Long> many = rowsRead(() -> statistics(CITY, "440100", "service"));

        assertThat(few).containsOnlyKeys("caseload_count");
        assertThat(many).isEqualTo(few);
    }

    @Test
    void the_board_reads_nothing_that_is_done() {
        world.jdbc.update(
                """
                INSERT INTO work_item (work_item, version, application, number, service,
                    service_version, step, body, region, state, opened_at, due, due_provisional)
                SELECT 'task-' || n, 0, 'a' || n, 'n' || n, 'invented-grant', 1, 'review', 'town',
                    '440106001', CASE WHEN n % 1000 = 0 THEN 'open' ELSE 'completed' END, now(),
                    DATE '2026-09-01', false
                FROM generate_series(1, 20000) n
                """);
        world.jdbc.update(
                """
                INSERT INTO caseload_case (application, version, number, service, service_version,
                    region, received_on, due, due_provisional, outcome)
                SELECT 'a' || n, 0, 'n' || n, 'invented-grant', 1, '440106001', DATE '2026-08-01',
                    DATE '2026-09-01', false, CASE WHEN n % 1000 = 0 THEN NULL ELSE 'approved' END
                FROM generate_series(1, 20000) n
                """);
        world.jdbc.execute("ANALYZE work_item, caseload_case");

        Map<String, Long> read = rowsRead(() -> board(CITY));
        assertThat(board(CITY).total()).isEqualTo(new OfficeLoad(null, 20, 20, 20, 0, 20, 0));
        assertThat(read.keySet()).isSubsetOf("work_item", "caseload_case");
        assertThat(read.values()).allMatch(rows -> rows <= 40);
    }

    /** Rows of each table that were read for an answer, by index or not. */
    private Map<String, Long> rowsRead(Runnable asking) {
        return new TransactionTemplate(world.transactions)
                .execute(
                        status -> {
                            Map<String, Long> before = rowsReadSoFar();
                            asking.run();
                            Map<String, Long> read = rowsReadSoFar();
                            before.forEach((table, rows) -> read.merge(table, -rows, Long::sum));
                            read.values().removeIf(rows -> rows == 0);
                            return read;
                        });
    }

    private Map<String, Long> rowsReadSoFar() {
        Map<String, Long> rows = new HashMap<>();
        world.jdbc.query(
                """
                SELECT relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) AS rows
                FROM pg_stat_xact_user_tables
                """,
                row -> {
                    rows.put(row.getString("relname"), row.getLong("rows"));
                });
        return rows;
    }
}
