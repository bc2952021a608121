package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.query.projection.FakeService.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.Test;

/** Cases as they were. */
class PastTest {

    private static final DueDate DUE = new DueDate(LocalDate.of(2026, 9, 17), false);

    private final World world = new World();
    private final Story story = world.story;
    private final Case c = story.applied("440106001");

    private final List<Progress> pages = new ArrayList<>();

    private void look() {
        world.catchUp();
        pages.add(
                world.ask(
                                new FindProgress(c.number(), World.auditor()),
                                ResponseTypes.optionalInstanceOf(Progress.class))
                        .orElseThrow());
    }

    private List<Recorded> until(long position) {
        return story.events().stream()
                .filter(it -> it.stream().equals(c.id().value()) && it.position() <= position)
                .toList();
    }

    @Test
    void the_page_of_each_moment_comes_back_from_the_log_as_it_was_read_then() {
        look();
        story.of(
                c, new SupplementRequested(c.id(), c.person(), List.of("bank-flow"), "缺银行流水", DUE));
        look();
        story.of(c, new Accepted(c.id(), c.person(), LocalDate.of(2026, 9, 14), DUE, "材料齐全"));
        look();
        story.of(
                c,
                new Concluded(
                        c.id(),
                        c.person(),
                        Conclusion.REJECTED,
                        text("too-high"),
                        "第一条",
                        new FormData(Map.of()),
                        List.of()));
        look();

        assertThat(pages).doesNotHaveDuplicates();
        for (int position = 1; position <= pages.size(); position++) {
            assertThat(world.models.pastProgress().of(until(position)))
                    .contains(pages.get(position - 1));
        }
        assertThat(world.models.pastProgress().of(until(0))).isEmpty();
    }

    @Test
    void the_timeline_ends_where_the_past_does() {
        story.applied("440106001");
        story.of(c, new Accepted(c.id(), c.person(), LocalDate.of(2026, 9, 14), DUE, "材料齐全"));
        world.catchUp();

        assertThat(positions(1)).containsExactly(1L);
        assertThat(positions(2)).containsExactly(1L);
        assertThat(positions(3)).containsExactly(1L, 3L);
        assertThat(positions(0)).isEmpty();
    }

    private List<Long> positions(long until) {
        return world
                .page(
                        new FindTimeline(c.number(), World.auditor(), null, 100, until),
                        TimelineEntry.class)
                .rows()
                .stream()
                .map(TimelineEntry::position)
                .toList();
    }
}
