package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.query.projection.FakeService.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindGlimpse;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindMyNews;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.FindRelatedCases;
import org.banshi.query.contract.progress.News;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a case's progress, and how much of it. */
class ProgressVisibilityTest {

    private static final DueDate STAGE_DUE = new DueDate(LocalDate.of(2026, 9, 17), false);

    private final World world = new World();
    private final Story story = world.story;
    private Case c;

    @BeforeEach
    void a_case_is_applied_for() {
        c = story.applied("440106001");
    }

    private Optional<Progress> find(String number, String person) {
        return find(number, World.citizen(person));
    }

    private Optional<Progress> find(String number, Scope scope) {
        return world.ask(
                new FindProgress(number, scope), ResponseTypes.optionalInstanceOf(Progress.class));
    }

    private Optional<Progress.Glimpse> glimpse(String number, String code) {
        world.catchUp();
        return world.ask(
                new FindGlimpse(number, code),
                ResponseTypes.optionalInstanceOf(Progress.Glimpse.class));
    }

    @Test
    void is_hidden_from_everybody_elses_eyes() {
        world.catchUp();

        assertThat(find(c.number(), "person-other")).isEmpty();
        assertThat(find("unknown", c.person().value())).isEmpty();
    }

    @Test
    void the_query_code_shows_stage_and_dates_and_phone() {
        story.waits(c, "review", "town", "440106001", STAGE_DUE);

        assertThat(glimpse(c.number(), c.queryCode()))
                .contains(
                        new Progress.Glimpse(
                                c.number(),
                                1,
                                text("invented-grant"),
                                text("review.now"),
                                Story.BEGIN.plusSeconds(1),
                                STAGE_DUE,
                                "020-440106001"));
    }

    @Test
    void a_wrong_query_code_shows_nothing() {
        Case other = story.applied("440106001");

        assertThat(glimpse(c.number(), "wrong")).isEmpty();
        assertThat(glimpse(c.number(), other.queryCode())).isEmpty();
        assertThat(glimpse("unknown", c.queryCode())).isEmpty();
    }

    @Test
    void an_item_can_switch_the_query_code_off_also_for_cases_that_are_there() {
        assertThat(glimpse(c.number(), c.queryCode())).isPresent();
        world.catalogue.services.add(
                new FakeService(
                        new ServiceVersion("invented-grant", 2), false, new RegionCode("440000")));

        assertThat(glimpse(c.number(), c.queryCode())).isEmpty();
    }

    @Test
    void a_persons_cases_come_newest_first_page_by_page() {
        for (int i = 0; i < 4; i++) {
            story.applied("440106001", c.person().value(), c.name());
            story.applied("440106001", "person-other", "李四");
        }
        world.catchUp();
        Page<Progress.Row> first = mine(null);
        Page<Progress.Row> second = mine(first.next());
        Page<Progress.Row> third = mine(second.next());

        assertThat(first.count()).isEqualTo(5);
        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows()).hasSize(2);
        assertThat(third.rows()).extracting(Progress.Row::number).containsExactly(c.number());
        assertThat(third.next()).isNull();
        assertThat(first.rows().get(0).appliedAt()).isAfter(first.rows().get(1).appliedAt());
    }

    @Test
    void news_are_what_others_did_in_the_persons_own_cases() {
        story.of(c, new Suspended(c.id(), c.person(), "等待判决"));
        story.applied("440106001", "person-other", "李四");
        world.catchUp();

        List<Progress.Milestone> told =
                find(c.number(), c.person().value()).orElseThrow().milestones();
        List<News> news = news(c.person().value());
        assertThat(told).extracting(Progress.Milestone::event).contains("application.applied");
        assertThat(news).hasSize(told.size() - 1);
        assertThat(news).extracting(News::number).containsOnly(c.number());
        assertThat(news("person-other")).isEmpty();
        String person = c.person().value();
        assertThat(news(World.agent(person, Set.of(), Set.of()))).hasSameSizeAs(news);
        assertThat(news(World.agent(person, Set.of(), Set.of("invented-grant")))).isEmpty();
        assertThat(news(World.agent(person, Set.of("lantern-permit"), Set.of()))).isEmpty();
    }

    @Test
    void shows_an_office_other_cases_of_the_household_that_it_has_itself() {
        Case before = story.applied("440106001", c.person().value(), c.name());
        Case members = story.applied("440106001", "person-member", "李四");
        Case elsewhere = story.applied("440104001", "person-member", "李四");
        story.applied("440106001", "person-other", "王五");
        for (Case one : List.of(c, before, members)) {
            story.waits(one, "review", "town", "440106001", STAGE_DUE);
        }
        story.waits(elsewhere, "review", "town", "440104001", STAGE_DUE);
        world.catchUp();

        assertThat(related(World.officer("o", "town", "440106001")))
                .containsExactlyInAnyOrder(before.number(), members.number());
        assertThat(related(World.supervisor("440106")))
                .containsExactlyInAnyOrder(before.number(), members.number());
        assertThat(related(World.officer("o", "town", "440104001")))
                .as("the office has nothing to do with the case itself")
                .isEmpty();
        assertThat(related(World.citizen("person-other"))).isEmpty();
    }

    @Test
    void shows_an_office_what_somebody_else_filed_for_the_same_person_unless_it_is_protected() {
        Case others = story.applied("440106001", "person-other", "王五");
        Case fled = story.applied("440106001", "person-fled", "李四");
        for (Case one : List.of(c, others, fled)) {
            story.waits(one, "review", "town", "440106001", STAGE_DUE);
        }
        story.of(fled, new Protected(fled.id(), fled.person(), "遭受暴力", false));
        world.catchUp();

        assertThat(related(World.officer("o", "town", "440106001"), others.id(), fled.id()))
                .containsExactly(others.number());
        assertThat(related(World.officer("o", "town", "440104001"), others.id())).isEmpty();
    }

    private List<String> related(Scope who, ApplicationId... forTheSame) {
        return world
                .ask(
                        new FindRelatedCases(
                                c.number(),
                                List.of(new PersonId("person-member")),
                                List.of(forTheSame),
                                who),
                        ResponseTypes.multipleInstancesOf(Progress.Row.class))
                .stream()
                .map(Progress.Row::number)
                .toList();
    }

    @Test
    void hides_the_case_of_a_protected_member_among_those_of_the_household() {
        Case members = story.applied("440106001", "person-member", "李四");
        for (Case one : List.of(c, members)) {
            story.waits(one, "review", "town", "440106001", STAGE_DUE);
        }
        story.of(members, new Protected(members.id(), members.person(), "遭受暴力", false));
        world.catchUp();

        assertThat(related(World.officer("o", "town", "440106001"))).isEmpty();
    }

    @Test
    void a_protected_case_is_seen_by_the_person_and_the_office_and_by_no_agent_or_code() {
        story.waits(c, "review", "town", "440106001", STAGE_DUE);
        story.of(c, new Protected(c.id(), c.person(), "遭受暴力", false));
        world.catchUp();

        assertThat(find(c.number(), c.person().value())).isPresent();
        assertThat(find(c.number(), World.officer("clerk", "town", "440106001"))).isPresent();
        assertThat(glimpse(c.number(), c.queryCode())).isEmpty();
        for (Set<String> items : List.of(Set.<String>of(), Set.of("invented-grant"))) {
            assertThat(find(c.number(), agent(items))).isEmpty();
            assertThat(
                            world.page(new FindMyCases(agent(items), null, 9), Progress.Row.class)
                                    .rows())
                    .isEmpty();
        }
        assertThat(news(agent(Set.of()))).isEmpty();

        story.of(c, new ProtectionLifted(c.id(), c.person(), "已分开居住"));
        world.catchUp();

        assertThat(find(c.number(), agent(Set.of()))).isPresent();
        assertThat(glimpse(c.number(), c.queryCode())).isPresent();
    }

    @Test
    void whoever_goes_on_after_a_death_sees_the_case_with_what_was_kept_in_it() {
        String successor = "person-successor";
        story.of(
                c,
                new CarriedOn(
                        c.id(),
                        new PersonId(successor),
                        c.person(),
                        c.number(),
                        "invented-grant",
                        new Applicant("李四", "440106190301011234", "13800000001", null),
                        "wife"));
        world.catchUp();

        assertThat(find(c.number(), successor)).isPresent();
        assertThat(find(c.number(), c.person().value())).isEmpty();
    }

    /** Somebody who acts for the person in these items, or in all where there are none. */
    private Scope agent(Set<String> items) {
        return new Scope("agent", c.person(), Set.of(Scope.Role.CITIZEN), null, null, items);
    }

    private List<News> news(String person) {
        return news(World.citizen(person));
    }

    private List<News> news(Scope scope) {
        return world.ask(new FindMyNews(scope, 10), ResponseTypes.multipleInstancesOf(News.class));
    }

    private Page<Progress.Row> mine(String cursor) {
        return world.page(
                new FindMyCases(World.citizen(c.person().value()), cursor, 2), Progress.Row.class);
    }
}
