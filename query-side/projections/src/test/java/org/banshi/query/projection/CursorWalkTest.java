package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.Views;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorWalkTest {

    private final World world = new World();
    private final Story story = world.story;

    @ParameterizedTest
    @ValueSource(strings = {"due", "-due", "opened", "-opened", "number", "-number"})
    void meets_each_row_once_while_others_come_go_and_change_hands(String sort) {
        List<String> steady = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            steady.add(opened());
        }
        Projection workList = world.models.byName().get(Views.WORK_LIST);
        world.catchUp(workList, 1_000);
        AtomicBoolean walked = new AtomicBoolean();
        CompletableFuture<Void> others =
                CompletableFuture.runAsync(
                        () -> {
                            Random random = new Random(3);
                            while (!walked.get()) {
                                String passing = opened();
                                String item = steady.get(random.nextInt(steady.size()));
                                story.item(new WorkItemEvent.Claimed(item, "li"));
                                story.item(new WorkItemEvent.Released(item, "li"));
                                story.item(new WorkItemEvent.Cancelled(passing));
                                world.catchUp(workList, 1_000);
                            }
                        });
        List<String> met = walk(sort);
        walked.set(true);
        others.join();

        assertThat(met).doesNotHaveDuplicates().containsAll(steady);
    }

    private String opened() {
        Case c = story.applied("440106001");
        return story.opened(
                c,
                FakeService.GRANT.version(),
                "review",
                "town",
                "440106001",
                c.number().hashCode() % 3 == 0
                        ? null
                        : new DueDate(
                                LocalDate.of(2026, 9, 1)
                                        .plusDays(Math.floorMod(c.number().hashCode(), 5)),
                                false));
    }

    private List<String> walk(String sort) {
        List<String> met = new ArrayList<>();
        String cursor = null;
        do {
            Page<WorkItemRow> page =
                    world.page(
                            new FindWorkItems(
                                    World.auditor(),
                                    "all",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    sort,
                                    cursor,
                                    4),
                            WorkItemRow.class);
            page.rows().forEach(row -> met.add(row.workItem()));
            cursor = page.next();
        } while (cursor != null && met.size() < 5_000);
        return met;
    }
}
