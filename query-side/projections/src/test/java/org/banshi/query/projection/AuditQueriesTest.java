package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.ApplicationEvent.DeathRecorded;
import org.banshi.command.contract.application.ApplicationEvent.DeathRefuted;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.PrivacyEvent.Erased;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.audit.Act;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.audit.Check;
import org.banshi.query.contract.audit.FindActs;
import org.banshi.query.contract.audit.FindCaseCourse;
import org.banshi.query.contract.audit.FindPersonRecords;
import org.banshi.query.contract.audit.FindSuspicions;
import org.banshi.query.contract.audit.PersonRecords;
import org.banshi.query.contract.audit.Suspicion;
import org.banshi.query.contract.audit.Suspicions;
import org.banshi.query.contract.page.Page;
import org.banshi.query.projection.Story.Case;
import org.banshi.query.projection.audit.CasesWithAct;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditQueriesTest {

    private static final Scope ALL = World.auditor();

    private final World world = new World();
    private final Story story = world.story;
    private final Case one = story.applied("440106001");
    private final Case two = story.applied("440106001");

    private Page<Act> acts(Scope scope, String event, String cursor, int limit) {
        world.catchUp();
        return world.page(
                new FindActs(scope, event, null, null, null, null, cursor, limit), Act.class);
    }

    @Test
    void finds_acts_newest_first_with_their_cases_page_by_page() {
        Page<Act> first = acts(ALL, "application.applied", null, 1);
        Page<Act> second = acts(ALL, "application.applied", first.next(), 1);

        assertThat(first.rows()).extracting(Act::number).containsExactly(two.number());
        assertThat(second.rows()).extracting(Act::number).containsExactly(one.number());
        assertThat(second.next()).isNull();
        assertThat(first.count()).isEqualTo(2);
        assertThat(acts(ALL, "application.concluded", null, 10).rows()).isEmpty();
    }

    @Test
    void tells_nobody_but_an_auditor_of_other_offices_acts_and_of_people() {
        Scope stranger = World.officer("nobody", "county", "440305");

        assertThat(acts(stranger, "application.applied", null, 10).rows()).isEmpty();
        assertThat(course(stranger, one)).isEmpty();
        assertThat(person(stranger)).isEmpty();
    }

    @Test
    void tells_where_in_the_log_a_case_stands() {
        world.catchUp();

        List<CaseCourse> found = course(ALL, one);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).application()).isEqualTo(one.id().value());
        long position = found.get(0).positions().get(0);
        assertThat(found.get(0).until(position - 1)).isZero();
        assertThat(found.get(0).until(position)).isEqualTo(1);
    }

    @Test
    void tells_what_is_kept_of_a_person() {
        world.catchUp();

        assertThat(person(ALL).get(0).cases())
                .extracting(PersonRecords.Case::number)
                .contains(one.number());
        assertThat(person(ALL).get(0).more()).isFalse();
    }

    @Test
    void runs_every_check_and_tells_nobody_but_auditors() {
        world.catchUp();
        for (Check check : Check.values()) {
            assertThat(suspicions(check, ALL)).isEmpty();
        }
        benefit("b-1", "p-9", "living-allowance");
        benefit("b-2", "p-9", "marginal-household");
        benefit("b-3", "p-8", "living-allowance");
        world.jdbc.update(
                """
                INSERT INTO certificate (certificate, version, person, status, region, assessed_on,
                    valid_until, cancel_reason, cancelled_on)
                VALUES ('c-1', 0, 'p-8', 'CANCELLED', '440106', '2020-01-01', '2030-01-01',
                    'DEATH', '2026-01-02')
                """);
        world.jdbc.update("UPDATE declaration SET account = 'the-same-hash'");
        world.jdbc.update("UPDATE declaration SET relative = true WHERE number = ?", two.number());
        world.jdbc.update("UPDATE declaration SET person = 'p-7' WHERE number = ?", one.number());

        assertThat(suspicions(Check.EXCLUDED_TOGETHER, ALL))
                .extracting(Suspicion::subject)
                .containsExactly("p-9");
        assertThat(suspicions(Check.PAID_AFTER_DEATH, ALL))
                .extracting(Suspicion::facts)
                .containsExactly(List.of("living-allowance", "2026-01-02"));
        assertThat(suspicions(Check.SHARED_ACCOUNT, ALL))
                .extracting(Suspicion::numbers)
                .containsExactly(List.of(one.number(), two.number()));
        assertThat(suspicions(Check.RELATIVE_DECLARED, ALL))
                .extracting(Suspicion::numbers)
                .containsExactly(List.of(two.number()));
        assertThat(suspicions(Check.SHARED_ACCOUNT, World.officer("nobody", "county", "440305")))
                .isEmpty();
    }

    @Test
    void finds_what_was_paid_after_a_death_by_its_months_though_it_is_stopped_by_now() {
        world.clock("2026-09-14T01:00:00Z");
        world.catchUp();
        died("p-1", "2026-01-20");
        paid("late", "p-1", true, "2025-06", "2026-06", "2026-06-10");
        paid("in-time", "p-1", true, "2025-06", "2026-02", "2026-01-25");
        paid("taken-back", "p-1", true, "2025-06", "2026-01", "2026-06-10");
        paid("still", "p-1", false, "2025-06", null, null);
        world.jdbc.update(
                """
                INSERT INTO certificate (certificate, version, person, status, region, assessed_on,
                    valid_until, held_from)
                VALUES ('c-p-2', 0, 'p-2', 'HELD', '440106', '2020-01-01', '2030-01-01', 'VALID')
                """);
        paid("held-and-paid", "p-2", false, "2025-06", null, null);
        paid("held-and-over", "p-2", true, "2025-06", "2026-02", "2026-01-25");
        Case recorded = story.applied("440106001", "p-5", "张五");
        Case refuted = story.applied("440106001", "p-6", "张六");
        Case carriedOn = story.applied("440106001", "p-7", "张七");
        story.of(carriedOn, carriedOn(carriedOn));
        for (Case dead : List.of(recorded, refuted, carriedOn)) {
            story.of(dead, new DeathRecorded(dead.id(), dead.person(), "certificate"));
            paid(
                    "recorded-" + dead.person().value(),
                    dead.person().value(),
                    false,
                    "2025-06",
                    null,
                    null);
        }
        story.of(refuted, new DeathRefuted(refuted.id(), refuted.person(), "met"));
        paid("over-in-time", "p-5", true, "2025-06", "2026-02", "2026-01-25");
        world.catchUp();

        assertThat(suspicions(Check.PAID_AFTER_DEATH, ALL))
                .extracting(it -> it.facts().get(0))
                .containsExactly("late", "still", "taken-back", "held-and-paid", "recorded-p-5");
        assertThat(
                        world.ask(
                                        new FindSuspicions(Check.PAID_AFTER_DEATH, ALL, "p-1"),
                                        ResponseTypes.optionalInstanceOf(Suspicions.class))
                                .orElseThrow()
                                .found())
                .extracting(it -> it.facts().get(0))
                .containsExactly("held-and-paid", "recorded-p-5");
    }

    private static CarriedOn carriedOn(Case of) {
        return new CarriedOn(
                of.id(),
                new PersonId("p-4"),
                of.person(),
                of.number(),
                null,
                new Applicant("张四", "440106190503120625", "13800000004", null),
                "child");
    }

    @Test
    void finds_benefits_that_exclude_each_other_in_months_that_are_past() {
        world.catchUp();
        paid("living-allowance", "p-1", true, "2024-01", "2025-01", "2024-12-20");
        paid("marginal-household", "p-1", true, "2024-12", "2025-06", "2025-05-20");
        paid("living-allowance", "p-2", true, "2024-01", "2025-01", "2024-12-20");
        paid("marginal-household", "p-2", false, "2025-01", null, null);

        assertThat(suspicions(Check.EXCLUDED_TOGETHER, ALL))
                .extracting(Suspicion::subject)
                .containsExactly("p-1");
    }

    @Test
    void keeps_nothing_of_what_an_erased_person_declared_and_the_others_stay() {
        FormData form =
                new FormData(
                        Map.of(
                                "bankAccount",
                                "6222 0001",
                                "staffRelative",
                                true,
                                "members",
                                List.of(Map.of("identityNumber", "44010619050214852X"))));
        Case gone = declared("p-1", form);
        Case other = declared("p-2", form);
        world.catchUp();
        assertThat(declaration(gone)).isEqualTo(declaration(other)).doesNotContainNull();

        story.add(
                "privacy",
                "privacy:p-1",
                new Erased(
                        PrivacyId.of(gone.person()),
                        gone.person(),
                        List.of(
                                gone.id(),
                                new ApplicationId("99999999-0000-4000-8000-000000000001")),
                        ErasureGround.REQUEST,
                        null));
        world.catchUp();

        assertThat(declaration(gone)).containsExactly(null, false, null);
        assertThat(declaration(other)).doesNotContainNull();
        assertThat(suspicions(Check.SHARED_ACCOUNT, ALL)).isEmpty();
    }

    private List<Object> declaration(Case of) {
        return world.jdbc.queryForObject(
                "SELECT account, relative, members FROM declaration WHERE application = ?",
                (row, n) ->
                        Arrays.<Object>asList(
                                row.getString(1), row.getBoolean(2), row.getString(3)),
                of.id().value());
    }

    private Case declared(String person, FormData form) {
        Case of = story.applied("440106001", person, "张三");
        story.of(of, new Supplemented(of.id(), of.person(), form, List.of()));
        return of;
    }

    private void died(String person, String day) {
        world.jdbc.update(
                """
                INSERT INTO certificate (certificate, version, person, status, region, assessed_on,
                    valid_until, cancel_reason, cancelled_on)
                VALUES (?, 0, ?, 'CANCELLED', '440106', '2020-01-01', '2030-01-01', 'DEATH',
                    ?::date)
                """,
                "c-" + person,
                person,
                day);
    }

    /** {@code until}: the first month that is not paid, decided upon on {@code stoppedOn}. */
    private void paid(
            String kind,
            String person,
            boolean stopped,
            String from,
            String until,
            String stoppedOn) {
        benefit(person + "-" + kind, person, kind);
        String rates =
                "\"%s\":900.00".formatted(from)
                        + (until == null ? "" : ",\"%s\":0.00".formatted(until));
        String decisions =
                stoppedOn == null
                        ? ""
                        : """
                        {"event": "benefit.stopped", "day": "%s", "from": "%s-01",
                            "reason": "", "remedies": []}
                        """
                                .formatted(stoppedOn, until);
        world.jdbc.update(
                "UPDATE benefit SET stopped = ?, sealed = ? WHERE benefit = ?",
                stopped,
                world.personal.encrypt(
                        new PersonId(person),
                        "{\"rates\":{%s},\"once\":{},\"decisions\":[%s]}"
                                .formatted(rates, decisions)),
                person + "-" + kind);
    }

    private void benefit(String id, String person, String kind) {
        world.jdbc.update(
                """
                INSERT INTO benefit (benefit, application, person, service, service_version, kind,
                    granted, version, stopped, under_review)
                VALUES (?, ?, ?, 's', 1, ?, 1, 0, false, false)
                """,
                id,
                one.id().value(),
                person,
                kind);
    }

    private List<Suspicion> suspicions(Check check, Scope scope) {
        return world.ask(
                        new FindSuspicions(check, scope, null),
                        ResponseTypes.optionalInstanceOf(Suspicions.class))
                .map(Suspicions::found)
                .orElse(List.of());
    }

    @Test
    void walks_through_cases_by_act_page_by_page() {
        world.catchUp();
        CasesWithAct cases = new CasesWithAct(JdbcClient.create(world.database));
        CasesWithAct.Question all =
                new CasesWithAct.Question(
                        "application.applied",
                        null,
                        new RegionCode("440106"),
                        Instant.EPOCH,
                        Instant.parse("2100-01-01T00:00:00Z"),
                        Long.MAX_VALUE);

        assertThat(cases.count(all)).isEqualTo(2);
        List<CasesWithAct.Found> first = cases.page(all, 0, 1);
        assertThat(first).extracting(CasesWithAct.Found::number).containsExactly(one.number());
        assertThat(cases.page(all, first.get(0).position(), 10))
                .extracting(CasesWithAct.Found::number)
                .containsExactly(two.number());
    }

    private List<CaseCourse> course(Scope scope, Case of) {
        world.catchUp();
        return world
                .ask(
                        new FindCaseCourse(of.number(), scope),
                        ResponseTypes.optionalInstanceOf(CaseCourse.class))
                .stream()
                .toList();
    }

    private List<PersonRecords> person(Scope scope) {
        return world
                .ask(
                        new FindPersonRecords(one.person(), scope),
                        ResponseTypes.optionalInstanceOf(PersonRecords.class))
                .stream()
                .toList();
    }
}
