package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.query.projection.FakeService.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialEvent.PublicNoticeEnded;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.projection.Story.Case;
import org.banshi.query.projection.timeline.Titles;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Scope ALL = World.auditor();

    private final World world = new World();
    private final Story story = world.story;
    private final Case c = story.applied("440106001");

    private Page<TimelineEntry> timeline(Scope scope, String cursor, int limit) {
        world.catchUp();
        return world.page(new FindTimeline(c.number(), scope, cursor, limit), TimelineEntry.class);
    }

    private List<TimelineEntry> timeline() {
        return timeline(ALL, null, 100).rows();
    }

    @Test
    void tells_every_event_of_the_case_its_work_items_and_its_process() {
        story.applied("440106001");
        story.add(
                "process",
                "p1",
                new EngineEvent.Step(
                        "p1",
                        c.id(),
                        "invented-grant:1",
                        List.of(new EngineEvent.Move("activity-start", "review", "a1"))));
        String item = story.waits(c, "review", "town", "440106001", null);
        world.catchUp();
        story.by(Actor.officer("li", "town", new RegionCode("440106001")));
        story.item(new WorkItemEvent.Claimed(item, "li"));
        story.of(
                c,
                new StepCompleted(c.id(), c.person(), "review", "accept", "同意", FormData.empty()));

        List<TimelineEntry> entries = timeline();
        assertThat(entries)
                .extracting(TimelineEntry::event)
                .containsExactly(
                        "application.applied",
                        "engine.step",
                        "application.stage-started",
                        "work-item.opened",
                        "work-item.claimed",
                        "application.step-completed");
        TimelineEntry done = entries.get(5);
        assertThat(done.title()).isEqualTo(Text.of("环节办理", "Step completed"));
        assertThat(done.detail())
                .isEqualTo(
                        Text.of(
                                "环节：中:review.title；结果：中:review.accept",
                                "Step: en:review.title; Outcome: en:review.accept"));
        assertThat(done.actor()).isEqualTo("li");
        assertThat(done.actorKind()).isEqualTo("OFFICER");
        assertThat(done.body()).isEqualTo("town");
        assertThat(done.position()).isEqualTo(7);
        assertThat(entries.get(1).detail())
                .isEqualTo(Text.of("流程：中:review.title开始", "Process: en:review.title begins"));
    }

    @Test
    void says_who_acts_until_when_in_the_readers_language() {
        story.of(
                c,
                new StageStarted(
                        c.id(),
                        c.person(),
                        "review",
                        "county",
                        new RegionCode("440106001"),
                        LocalDate.of(2026, 12, 28),
                        new DueDate(LocalDate.of(2027, 1, 12), true)));

        assertThat(timeline().get(1).detail())
                .isEqualTo(
                        Text.of(
                                "环节：中:review.title；办理部门：county办440106；"
                                        + "起算：2026年12月28日；期限：2027年1月12日（暂定）",
                                "Step: en:review.title; Office: county office 440106; "
                                        + "From: 28 Dec 2026; Due: 12 Jan 2027 (provisional)"));
    }

    @Test
    void says_the_reason_but_neither_yes_nor_no_where_the_item_has_endings_of_its_own() {
        story.of(
                c,
                new Concluded(
                        c.id(),
                        c.person(),
                        Conclusion.REJECTED,
                        Text.of("收入过高", "Income too high"),
                        "第九条",
                        FormData.empty(),
                        List.of()));

        assertThat(timeline().get(1).detail())
                .isEqualTo(Text.of("理由：收入过高；依据：第九条", "Reason: Income too high; Legal basis: 第九条"));
    }

    @Test
    void calls_what_a_rule_came_to_as_the_package_does() {
        story.of(
                c,
                new RuleDecided(
                        c.id(),
                        c.person(),
                        "amount",
                        FakeService.GRANT.version(),
                        LocalDate.of(2026, 9, 14),
                        "granted",
                        false,
                        FormData.empty(),
                        FormData.empty()));

        assertThat(String.valueOf(timeline().get(1).detail())).contains("结果：中:amount.granted");
    }

    @Test
    void passes_over_moves_that_have_no_name_for_people() {
        story.add(
                "process",
                "p1",
                new EngineEvent.Step(
                        "p1",
                        c.id(),
                        "invented-grant:1",
                        List.of(
                                new EngineEvent.Move("instance-start", null, null),
                                new EngineEvent.Move("activity-start", "gateway-7", "a1"))));

        assertThat(timeline().get(1).detail()).isNull();
    }

    @Test
    void a_familys_own_act_has_the_packages_title() {
        story.of(c, new PublicNoticeEnded(c.id(), c.person()));

        assertThat(timeline().get(1).title()).isEqualTo(text("social.public-notice-ended.title"));
    }

    @Test
    void tells_nothing_personal() {
        story.of(c, new Accepted(c.id(), c.person(), LocalDate.of(2026, 9, 14), null, "与张三面谈"));

        assertThat(timeline().get(1).detail())
                .isEqualTo(Text.of("起算：2026年9月14日", "From: 14 Sep 2026"));
    }

    @Test
    void is_for_staff_only() {
        assertThat(timeline(World.citizen(c.person().value()), null, 10).rows()).isEmpty();
    }

    @Test
    void opens_to_an_office_with_its_first_stage_and_stays_open() {
        Scope town = World.officer("li", "town", "440106001");
        assertThat(timeline(town, null, 10).rows()).isEmpty();

        story.waits(c, "review", "town", "440106001", null);
        story.waits(c, "confirm", "county", "440106", null);
        assertThat(timeline(town, null, 10).rows()).hasSize(5);
        assertThat(timeline(World.officer("wu", "town", "440106002"), null, 10).rows()).isEmpty();
        assertThat(timeline(World.officer("wu", "county", "440106"), null, 10).rows()).hasSize(5);
        assertThat(timeline(World.officer("wu", "county", "440111"), null, 10).rows()).isEmpty();
    }

    @Test
    void comes_page_by_page() {
        for (int i = 0; i < 4; i++) {
            story.waits(c, "review", "town", "440106001", null);
        }
        Page<TimelineEntry> first = timeline(ALL, null, 5);
        Page<TimelineEntry> second = timeline(ALL, first.next(), 5);

        assertThat(first.count()).isEqualTo(9);
        assertThat(second.rows()).hasSize(4);
        assertThat(second.next()).isNull();
        assertThat(second.rows().get(0).position()).isEqualTo(first.rows().get(4).position() + 1);
    }

    @Test
    void every_shared_event_has_a_title() {
        Stream.of(ApplicationEvent.class, WorkItemEvent.class, EngineEvent.class)
                .flatMap(stream -> Stream.of(stream.getPermittedSubclasses()))
                .map(event -> event.getAnnotation(Stored.class).value())
                .forEach(event -> assertThat(Titles.of(event)).as(event).isPresent());
    }
}
