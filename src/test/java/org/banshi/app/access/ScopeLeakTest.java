package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.BanshiTest;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.caseload.FindDueCases;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.PageResponse;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever a log-in may do and wherever: it sees what a naive reading of the rules says, and no
 * more.
 */
@BanshiTest
class ScopeLeakTest {

    private static final int SCOPES = 150;
    private static final int CASES = 12;
    private static final List<String> REGIONS =
            List.of("440000", "440100", "440104", "440106", "440106001", "440300", "450000");

    private final Random random = new Random(20260914);
    private final Desk desk;
    private final QueryGateway queries;
    private final JdbcClient jdbc;

    @Autowired
    ScopeLeakTest(TestRestTemplate http, QueryGateway queries, JdbcClient jdbc) {
        this.desk = new Desk(http);
        this.queries = queries;
        this.jdbc = jdbc;
    }

    private record Case(String number, String person, RegionCode region, List<String> offices) {}

    private record Item(String id, String body, RegionCode region) {}

    @Test
    void no_scope_sees_more_or_less_than_the_rules_say() {
        desk.file("citizen-000941", "440106", Desk.OFFICER);
        desk.file("citizen-000942", "440104", "yuexiu-newcomer");
        List<Case> cases = cases();
        List<Item> items = items();
        Set<String> persons = new TreeSet<>();
        cases.forEach(it -> persons.add(it.person()));
        Set<String> bodies = new TreeSet<>(List.of("town"));
        items.forEach(it -> bodies.add(it.body()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < SCOPES; i++) {
            Scope scope = scope(List.copyOf(persons), List.copyOf(bodies));
            for (Case one : sample(cases)) {
                boolean may = sees(scope, one, true);
                assertThat(progress(scope, one)).as("%s %s", scope, one).isEqualTo(may);
                assertThat(file(scope, one) && !may).as("%s %s", scope, one).isFalse();
                assertThat(timeline(scope, one))
                        .as("%s %s", scope, one)
                        .isEqualTo(sees(scope, one, false));
                if (may) {
                    seen.add(scope.roles().toString());
                }
            }
            assertThat(workList(scope)).as("%s", scope).isEqualTo(visible(scope, items));
            assertThat(mine(scope)).as("%s", scope).isEqualTo(own(scope, cases));
            assertThat(due(scope))
                    .as("%s", scope)
                    .allMatch(it -> scope.has(Role.AUDITOR) || supervises(scope, it));
        }
        assertThat(seen).as("scopes that saw something").hasSizeGreaterThan(5);
    }

    private Scope scope(List<String> persons, List<String> bodies) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (random.nextInt(4) == 0) {
                roles.add(role);
            }
        }
        return new Scope(
                "scope-" + random.nextInt(1_000),
                maybe(() -> new PersonId(any(persons))),
                roles,
                maybe(() -> any(bodies)),
                maybe(() -> new RegionCode(any(REGIONS))));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(5) == 0 ? null : value.get();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<Case> sample(List<Case> cases) {
        List<Case> some = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            some.add(any(cases));
        }
        return some;
    }

    /** As it is written down, not as it is asked for. */
    private static boolean sees(Scope scope, Case one, boolean asApplicant) {
        PersonId person = scope.person();
        RegionCode region = scope.region();
        return scope.has(Role.AUDITOR)
                || asApplicant
                        && scope.has(Role.CITIZEN)
                        && person != null
                        && person.value().equals(one.person())
                || scope.has(Role.SUPERVISOR) && region != null && region.covers(one.region())
                || scope.has(Role.OFFICER)
                        && region != null
                        && one.offices().stream()
                                .map(office -> office.split(":"))
                                .anyMatch(
                                        office ->
                                                office[0].equals(scope.body())
                                                        && region.covers(
                                                                new RegionCode(office[1])));
    }

    private static Set<String> visible(Scope scope, List<Item> items) {
        RegionCode region = scope.region();
        Set<String> visible = new TreeSet<>();
        for (Item item : items) {
            boolean here = region != null && region.covers(item.region());
            if (scope.has(Role.AUDITOR)
                    || scope.has(Role.SUPERVISOR) && here
                    || scope.has(Role.OFFICER) && here && item.body().equals(scope.body())) {
                visible.add(item.id());
            }
        }
        return visible;
    }

    private static Set<String> own(Scope scope, List<Case> cases) {
        Set<String> own = new TreeSet<>();
        PersonId person = scope.person();
        if (scope.has(Role.CITIZEN) && person != null) {
            cases.stream()
                    .filter(it -> it.person().equals(person.value()))
                    .forEach(it -> own.add(it.number()));
        }
        return own;
    }

    private static boolean supervises(Scope scope, DueCase one) {
        RegionCode region = scope.region();
        return scope.has(Role.SUPERVISOR)
                && region != null
                && region.covers(new RegionCode(one.region()));
    }

    private boolean progress(Scope scope, Case one) {
        return queries.query(
                        new FindProgress(one.number(), scope),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .join()
                .isPresent();
    }

    private boolean file(Scope scope, Case one) {
        return queries.query(
                        new FindCaseFile(one.number(), scope),
                        ResponseTypes.optionalInstanceOf(CaseFile.class))
                .join()
                .isPresent();
    }

    private boolean timeline(Scope scope, Case one) {
        return !queries.query(
                        new FindTimeline(one.number(), scope, null, 1),
                        PageResponse.<TimelineEntry>ofAny())
                .join()
                .rows()
                .isEmpty();
    }

    private Set<String> workList(Scope scope) {
        Set<String> ids = new TreeSet<>();
        String cursor = null;
        do {
            Page<WorkItemRow> page =
                    queries.query(
                                    new FindWorkItems(
                                            scope, "all", null, null, null, null, null, null, null,
                                            "due", cursor, 200),
                                    PageResponse.<WorkItemRow>ofAny())
                            .join();
            page.rows().forEach(row -> ids.add(row.workItem()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private Set<String> mine(Scope scope) {
        Set<String> numbers = new TreeSet<>();
        String cursor = null;
        do {
            Page<Progress.Row> page =
                    queries.query(
                                    new FindMyCases(scope, cursor, 200),
                                    PageResponse.<Progress.Row>ofAny())
                            .join();
            page.rows().forEach(row -> numbers.add(row.number()));
            cursor = page.next();
        } while (cursor != null);
        return numbers;
    }

    private List<DueCase> due(Scope scope) {
        return queries.query(
                        new FindDueCases(scope, "overdue", null, null, 200),
                        PageResponse.<DueCase>ofAny())
                .join()
                .rows();
    }

    private List<Case> cases() {
        return jdbc.sql("select number, person, region, offices from progress")
                .query(
                        (row, n) ->
                                new Case(
                                        row.getString(1),
                                        row.getString(2),
                                        new RegionCode(row.getString(3)),
                                        Arrays.stream(row.getString(4).strip().split(" "))
                                                .filter(it -> !it.isEmpty())
                                                .toList()))
                .list();
    }

    private List<Item> items() {
        return jdbc.sql(
                        "select work_item, body, region from work_item"
                                + " where state in ('open', 'claimed')")
                .query(
                        (row, n) ->
                                new Item(
                                        row.getString(1),
                                        row.getString(2),
                                        new RegionCode(row.getString(3))))
                .list();
    }
}
