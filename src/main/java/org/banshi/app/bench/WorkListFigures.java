package org.banshi.app.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.caseload.BoardQueries;
import org.banshi.query.projection.sql.PageReader;
import org.banshi.query.projection.sql.PlannedAnew;
import org.banshi.query.projection.worklist.WorkListQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first page of a work list of very many open tasks, with its count, as different people with
 * different filters ask for it; beside the look-up of one row by its key.
 */
final class WorkListFigures {

    private static final int ROUNDS = 40;

    /** Of one office, by which a filter of its own is tried. */
    private static final String TOWN = "440106001";

    private static final RegionCode PROVINCE = new RegionCode("440000");

    private final JdbcTemplate jdbc;
    private final WorkListQueries queries;
    private final BoardQueries board;
    private final PersonalData personal;

    WorkListFigures(
            DataSource database, Catalogue catalogue, PersonalData personal, BusinessClock clock) {
        this.jdbc = new JdbcTemplate(database);
        JdbcClient wide = JdbcClient.create(new PlannedAnew(database));
        PageReader pages = new PageReader(wide);
        this.queries =
                new WorkListQueries(JdbcClient.create(jdbc), pages, catalogue, personal, clock);
        this.board = new BoardQueries(wide, pages, catalogue, clock);
        this.personal = personal;
    }

    /**
     * Open tasks in 21 cities of ten districts of ten towns each, a third of them held; and a fifth
     * as many that are done. Indexes come after the rows, as that is quicker.
     */
    void fill(int open, LocalDate today) {
        List<String> indexes =
                jdbc.queryForList(
                        "SELECT indexdef FROM pg_indexes WHERE tablename = 'work_item'"
                                + " AND indexname <> 'work_item_pkey'",
                        String.class);
        jdbc.queryForList(
                        "SELECT indexname FROM pg_indexes WHERE tablename = 'work_item'"
                                + " AND indexname <> 'work_item_pkey'",
                        String.class)
                .forEach(index -> jdbc.execute("DROP INDEX " + index));
        String name = personal.encrypt(new PersonId("bench"), "王小明");
        jdbc.update(
                """
                INSERT INTO work_item (work_item, version, application, number, name_hash,
                    applicant_name, service, service_version, step, body, region, assignee, state,
                    opened_at, due, due_provisional, outcome)
                SELECT md5(n::text), 1, md5(n::text),
                    '1144000000000000' || lpad((n % 4)::text, 15, '0')
                        || to_char(date '2026-01-01' + n / 5000, 'YYYYMMDD') || lpad(n::text, 7, '0'),
                    md5((n % 500000)::text), ?,
                    (ARRAY['minimum-living-allowance', 'residence-permit', 'disability-subsidy',
                        'temporary-assistance'])[1 + n % 4], 1, 'review-papers',
                    (ARRAY['town', 'county-civil', 'county-police'])[1 + n % 3],
                    '44' || lpad((1 + n / 3 % 21)::text, 2, '0') || lpad((1 + n / 63 % 10)::text, 2, '0')
                        || CASE WHEN n % 3 = 0 THEN lpad((n / 630 % 10)::text, 3, '0') ELSE '' END,
                    CASE WHEN n > ? THEN 'officer-' || n % 5000 WHEN n % 3 = 1
                        THEN 'officer-' || n % 5000 END,
                    CASE WHEN n > ? THEN 'completed' WHEN n % 3 = 1 THEN 'claimed' ELSE 'open' END,
                    timestamptz '2026-01-01' + n * interval '10 second',
                    CASE WHEN n % 50 = 0 THEN NULL ELSE ?::date - 5 + (hashtext(n::text) & 1023) % 60 END, false,
                    CASE WHEN n > ? THEN 'pass' END
                FROM generate_series(1, ?) n
                """,
                name, open, open, today, open, 3 * open);
        indexes.forEach(jdbc::execute);
        jdbc.execute("VACUUM ANALYZE work_item");
    }

    /** The lines of the figures. */
    List<String> measure() {
        long tasks = number("SELECT count(*) FROM work_item WHERE state IN ('open', 'claimed')");
        double single = median(singleRow());
        List<String> lines = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        questions()
                .forEach(
                        (name, question) -> {
                            long[] times = times(question);
                            Arrays.stream(times).forEach(all::add);
                            lines.add(
                                    String.format(
                                            Locale.ROOT,
                                            "bench worklist-%s p50 %.2f p99 %.2f ms",
                                            name,
                                            at(times, 0.5),
                                            at(times, 0.99)));
                        });
        long[] every = all.stream().mapToLong(Long::longValue).sorted().toArray();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "bench worklist-first-page-p99 %.2f ms over %d open tasks"
                                + " peer single-row-select %.3f ms p50-ratio %.1f",
                        at(every, 0.99),
                        tasks,
                        single,
                        at(every, 0.5) / single));
        long began = System.nanoTime();
        board.handle(new FindBoard(supervisor(PROVINCE)));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "bench worklist-board-of-the-province %.0f ms",
                        (System.nanoTime() - began) / 1e6));
        return lines;
    }

    private Map<String, FindWorkItems> questions() {
        Scope officer =
                new Scope("bench", null, Set.of(Role.OFFICER), "town", new RegionCode(TOWN));
        Scope county = supervisor(new RegionCode("440106"));
        Scope city = supervisor(new RegionCode("440100"));
        Scope province = supervisor(PROVINCE);
        Map<String, FindWorkItems> all = new LinkedHashMap<>();
        all.put("office-available", asked(officer, "available", null, null, null, "due"));
        all.put("office-overdue", asked(officer, "all", "overdue", null, null, "due"));
        all.put("county-all", asked(county, "all", null, null, null, "due"));
        all.put("county-soon", asked(county, "all", "soon", null, null, "due"));
        all.put("city-all", asked(city, "all", null, null, null, "due"));
        all.put("city-overdue", asked(city, "all", "overdue", null, null, "due"));
        all.put("city-newest", asked(city, "all", null, null, null, "-opened"));
        all.put("city-service", asked(city, "all", "soon", "residence-permit", null, "due"));
        all.put(
                "city-service-overdue",
                asked(city, "all", "overdue", "residence-permit", null, "due"));
        all.put("province-all", asked(province, "all", null, null, null, "due"));
        all.put("province-latest-due", asked(province, "all", null, null, null, "-due"));
        all.put("province-soon", asked(province, "all", "soon", null, null, "due"));
        all.put("province-overdue", asked(province, "all", "overdue", null, null, "due"));
        all.put(
                "province-service",
                asked(province, "all", null, "disability-subsidy", null, "due"));
        all.put("province-number", asked(province, "all", null, null, aNumber(), "due"));
        all.put("province-part-of-number", asked(province, "all", null, null, "123456", "due"));
        all.put("province-by-number", asked(province, "all", null, null, null, "number"));
        all.put("province-done", asked(province, "done", null, null, null, "-opened"));
        all.put("province-done-by-due", asked(province, "done", null, null, null, "due"));
        all.put("county-done", asked(county, "done", null, null, null, "due"));
        return all;
    }

    private String aNumber() {
        String number =
                jdbc.queryForObject(
                        "SELECT number FROM work_item WHERE state = 'open' LIMIT 1", String.class);
        if (number == null) {
            throw new IllegalStateException("no task is open");
        }
        return number;
    }

    private static Scope supervisor(RegionCode region) {
        return new Scope("bench", null, Set.of(Role.SUPERVISOR), null, region);
    }

    private static FindWorkItems asked(
            Scope scope,
            String view,
            @Nullable String due,
            @Nullable String service,
            @Nullable String text,
            String sort) {
        return new FindWorkItems(scope, view, service, null, null, due, text, sort, null, 50);
    }

    private long[] times(FindWorkItems question) {
        long[] times = new long[ROUNDS];
        for (int i = -ROUNDS / 5; i < ROUNDS; i++) {
            long began = System.nanoTime();
            Page<WorkItemRow> page = queries.handle(question);
            if (page.rows().isEmpty()) {
                throw new IllegalStateException("nothing found for " + question);
            }
            if (i >= 0) {
                times[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private long[] singleRow() {
        long[] times = new long[10 * ROUNDS];
        for (int i = -ROUNDS; i < times.length; i++) {
            long began = System.nanoTime();
            jdbc.queryForObject(
                    "SELECT number FROM work_item WHERE work_item = md5(?::text)",
                    String.class,
                    ROUNDS + i + 1);
            if (i >= 0) {
                times[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static double median(long[] sorted) {
        return at(sorted, 0.5);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }
}
