package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.query.projection.FakeService.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.Escalation;
import org.banshi.query.contract.worklist.FindLongOverdue;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.FindWorkListMark;
import org.banshi.query.contract.worklist.LateItem;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.Story.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkListTest {

    private static final Scope ALL = World.auditor();

    private final World world = new World();
    private final Story story = world.story;
    private Case first;
    private Case second;
    private String review;
    private String confirm;
    private String distant;

    @BeforeEach
    void three_items_wait() {
        first = story.applied("440106001", "person-1", "张三丰");
        second = story.applied("440111002", "person-2", "李四");
        review = story.waits(first, "review", "town", "440106001", due("2026-09-16"));
        confirm = story.waits(first, "confirm", "county", "440106", null);
        distant = story.waits(second, "review", "town", "440111002", due("2026-09-30"));
        world.clock("2026-09-14T04:00:00Z");
    }

    private static DueDate due(String day) {
        return new DueDate(LocalDate.parse(day), false);
    }

    private static FindWorkItems all() {
        return new FindWorkItems(ALL, "all", null, null, null, null, null, "due", null, 50);
    }

    private static FindWorkItems view(Scope scope, String view) {
        return new FindWorkItems(scope, view, null, null, null, null, null, "due", null, 50);
    }

    private static FindWorkItems sorted(String sort, String cursor) {
        return new FindWorkItems(ALL, "all", null, null, null, null, null, sort, cursor, 1);
    }

    private static FindWorkItems search(String text) {
        return new FindWorkItems(ALL, "all", null, null, null, null, text, "due", null, 50);
    }

    private Page<WorkItemRow> page(FindWorkItems query) {
        world.catchUp();
        return world.page(query, WorkItemRow.class);
    }

    private List<String> items(FindWorkItems query) {
        Page<WorkItemRow> page = page(query);
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(WorkItemRow::workItem).toList();
    }

    private Optional<WorkItemRow> find(String workItem, Scope scope) {
        world.catchUp();
        return world.ask(
                new FindWorkItem(workItem, scope),
                ResponseTypes.optionalInstanceOf(WorkItemRow.class));
    }

    @Test
    void an_item_shows_its_case_and_masks_the_applicants_name() {
        WorkItemRow row = find(review, ALL).orElseThrow();

        assertThat(row)
                .isEqualTo(
                        new WorkItemRow(
                                review,
                                0,
                                first.id().value(),
                                first.number(),
                                "invented-grant",
                                1,
                                text("invented-grant"),
                                "review",
                                text("review.title"),
                                "town",
                                "440106001",
                                "张*",
                                null,
                                "open",
                                row.openedAt(),
                                LocalDate.of(2026, 9, 16),
                                false,
                                null,
                                "soon",
                                null,
                                false));
    }

    @Test
    void what_goes_before_the_others_comes_first_whatever_its_day() {
        story.of(second, decided("collective"));

        assertThat(items(all())).containsExactly(distant, review, confirm);
        assertThat(find(distant, ALL).orElseThrow().goesFirst()).isTrue();
        assertThat(find(review, ALL).orElseThrow().goesFirst()).isFalse();

        Page<WorkItemRow> one = page(sorted("due", null));
        assertThat(page(sorted("due", one.next())).rows())
                .extracting(WorkItemRow::workItem)
                .containsExactly(review);
        String later = story.waits(second, "confirm", "county", "440111", due("2026-12-01"));
        assertThat(items(all())).containsExactly(distant, later, review, confirm);

        story.of(second, decided("ordinary"));
        assertThat(items(all())).containsExactly(review, distant, later, confirm);
    }

    @Test
    void what_is_done_stands_in_the_order_of_its_days() {
        story.of(second, decided("collective"));
        story.item(new WorkItemEvent.Completed(distant, "li", "done"));
        story.item(new WorkItemEvent.Completed(review, "li", "done"));

        assertThat(items(view(ALL, "done"))).containsExactly(review, distant);
    }

    private RuleDecided decided(String outcome) {
        return new RuleDecided(
                second.id(),
                second.person(),
                "grouping",
                new ServiceVersion("invented-grant", 1),
                LocalDate.parse("2026-09-14"),
                outcome,
                false,
                Map.of(),
                FormData.empty(),
                FormData.empty());
    }

    @Test
    void an_item_goes_from_hand_to_hand_and_is_done() {
        Scope officer = World.officer("li", "town", "440106001");
        assertThat(items(view(officer, "available"))).containsExactly(review);

        story.item(new WorkItemEvent.Claimed(review, "li"));
        assertThat(items(view(officer, "available"))).isEmpty();
        assertThat(items(view(officer, "mine"))).containsExactly(review);

        story.item(new WorkItemEvent.Assigned(review, "wang", "boss"));
        assertThat(items(view(officer, "mine"))).isEmpty();
        assertThat(items(view(officer, "all"))).containsExactly(review);

        story.item(new WorkItemEvent.Released(review, "wang"));
        assertThat(items(view(officer, "available"))).containsExactly(review);

        story.item(new WorkItemEvent.Claimed(review, "li"));
        story.item(new WorkItemEvent.Completed(review, "li", "accept"));
        assertThat(items(view(officer, "all"))).isEmpty();
        assertThat(items(view(officer, "done"))).containsExactly(review);
        WorkItemRow done = find(review, officer).orElseThrow();
        assertThat(done.outcome()).isEqualTo("accept");
        assertThat(done.assignee()).isEqualTo("li");
        assertThat(done.version()).isEqualTo(5);
    }

    @Test
    void the_mark_of_a_list_changes_with_what_the_list_shows_and_with_nothing_else() {
        Scope officer = World.officer("li", "town", "440106001");
        String before = mark(view(officer, "all"));

        story.item(new WorkItemEvent.Claimed(distant, "wang"));
        assertThat(mark(view(officer, "all"))).as("another office").isEqualTo(before);
        assertThat(mark(view(ALL, "all"))).isNotEqualTo(before);
        story.item(new WorkItemEvent.Claimed(review, "li"));
        String claimed = mark(view(officer, "all"));
        assertThat(claimed).isNotEqualTo(before);
        world.clock("2026-09-17T04:00:00Z");
        assertThat(mark(view(officer, "all"))).as("late now").isNotEqualTo(claimed);
        assertThat(mark(view(officer, "done"))).as("empty").isNotBlank();
    }

    private String mark(FindWorkItems list) {
        world.catchUp();
        return world.ask(new FindWorkListMark(list), ResponseTypes.optionalInstanceOf(String.class))
                .orElseThrow();
    }

    @Test
    void an_item_has_the_last_day_that_its_stage_has_now() {
        story.item(new WorkItemEvent.Rescheduled(review, null));
        assertThat(find(review, ALL).orElseThrow().due()).isNull();

        DueDate later = new DueDate(LocalDate.of(2026, 9, 22), true);
        story.item(new WorkItemEvent.Rescheduled(review, later));

        WorkItemRow row = find(review, ALL).orElseThrow();
        assertThat(row.due()).isEqualTo(later.day());
        assertThat(row.dueProvisional()).isTrue();
    }

    @Test
    void a_cancelled_item_is_in_no_list() {
        story.item(new WorkItemEvent.Cancelled(review));

        assertThat(items(all())).doesNotContain(review);
        assertThat(items(view(ALL, "done"))).isEmpty();
        assertThat(find(review, ALL).orElseThrow().state()).isEqualTo("cancelled");
    }

    @Test
    void filters_by_service_region_and_step() {
        story.opened(second, new ServiceVersion("other", 1), "confirm", "county", "440111", null);

        assertThat(
                        items(
                                new FindWorkItems(
                                        ALL,
                                        "all",
                                        "invented-grant",
                                        "440111",
                                        null,
                                        null,
                                        null,
                                        "due",
                                        null,
                                        50)))
                .containsExactly(distant);
        assertThat(
                        items(
                                new FindWorkItems(
                                        ALL, "all", null, "440100", "confirm", null, null, "due",
                                        null, 50)))
                .hasSize(2)
                .contains(confirm);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-16T15:59:00Z, soon", // the last day itself, until midnight in Shanghai
        "2026-09-16T16:00:00Z, overdue",
        "2026-09-10T16:00:00Z, soon", // Friday: Monday, Tuesday, Wednesday are three working days
        "2026-09-10T15:59:00Z, none"
    })
    void knows_what_is_due_soon_and_what_is_overdue(String now, String expected) {
        world.clock(now);

        assertThat(items(urgent("soon"))).isEqualTo(only(expected.equals("soon")));
        assertThat(items(urgent("overdue"))).isEqualTo(only(expected.equals("overdue")));
    }

    @Test
    void what_goes_first_is_soon_due_or_overdue_by_its_own_day() {
        story.of(second, decided("collective"));
        String late = story.waits(second, "confirm", "county", "440111", due("2026-09-10"));
        String near = story.waits(second, "confirm", "county", "440111", due("2026-09-15"));
        String far = story.waits(second, "confirm", "county", "440111", due("9999-12-30"));
        world.clock("2026-09-14T16:00:00Z");

        assertThat(items(urgent("soon"))).containsExactly(near, review);
        assertThat(items(urgent("overdue"))).containsExactly(late);
        assertThat(items(all())).startsWith(late, near).contains(far);
        world.clock("2026-09-16T16:00:00Z");
        assertThat(items(urgent("overdue"))).containsExactly(late, near, review);
        assertThat(items(urgent("soon"))).isEmpty();
    }

    @Test
    void what_was_brought_before_those_above_is_found_until_it_is_done_or_taken_back() {
        FindWorkItems above =
                new FindWorkItems(
                        ALL, "all", null, null, null, null, null, null, null, true, List.of(),
                        "due", null, 50);
        assertThat(items(above)).isEmpty();
        LateItem late = new LateItem(review, LocalDate.of(2026, 9, 16));
        LateItem later = new LateItem(distant, LocalDate.of(2026, 9, 30));
        assertThat(late("2026-09-30", null, 9)).containsExactly(late);
        assertThat(late("2026-10-01", null, 9)).containsExactly(late, later);
        assertThat(late("2026-10-01", late, 9)).containsExactly(later);
        assertThat(late("2026-10-01", null, 1)).containsExactly(late);

        for (String item : List.of(review, confirm)) {
            story.item(
                    new WorkItemEvent.Escalated(
                            item, new RegionCode("440100"), EscalationReason.STUCK));
        }
        assertThat(items(above)).containsExactly(review, confirm);
        assertThat(late("2026-10-01", null, 9)).containsExactly(later);
        assertThat(find(review, ALL).orElseThrow().escalation())
                .isEqualTo(new Escalation("440100", "STUCK"));

        story.item(new WorkItemEvent.EscalationEnded(review));
        story.item(new WorkItemEvent.Completed(confirm, "li", "accept"));
        assertThat(items(above)).isEmpty();
        assertThat(find(confirm, ALL).orElseThrow().escalation()).isNull();
    }

    private List<LateItem> late(String dueBefore, @Nullable LateItem after, int limit) {
        world.catchUp();
        return world.ask(
                new FindLongOverdue(LocalDate.parse(dueBefore), after, limit),
                ResponseTypes.multipleInstancesOf(LateItem.class));
    }

    @Test
    void finds_by_what_the_form_says_as_it_was_supplemented_last() {
        supplemented(Map.of("kind", "marginal", "hardship", "又病了"));
        String marginal = story.waits(first, "review", "town", "440106001", null);
        supplemented(Map.of("kind", "hardship"));
        String hardship = story.waits(first, "review", "town", "440106001", null);

        assertThat(items(facets("kind=marginal"))).containsExactly(marginal);
        assertThat(items(facets("kind=hardship"))).containsExactly(hardship);
        assertThat(items(facets("kind=hardship", "kind=marginal"))).isEmpty();
        assertThatThrownBy(() -> page(facets("kind='}"))).isInstanceOf(BadQueryException.class);
    }

    private void supplemented(Map<String, Object> changes) {
        story.of(
                first,
                new Supplemented(
                        first.id(), first.person(), new FormData(changes), List.of(), null));
    }

    private static FindWorkItems facets(String... facets) {
        return new FindWorkItems(
                ALL,
                "all",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(facets),
                "due",
                null,
                50);
    }

    private FindWorkItems urgent(String due) {
        return new FindWorkItems(ALL, "all", null, null, null, due, null, "due", null, 50);
    }

    private List<String> only(boolean there) {
        return there ? List.of(review) : List.of();
    }

    @Test
    void finds_by_the_number_or_a_part_of_it_in_either_case() {
        String whole = "11440106mb2c0000000000000000000202609140002";
        assertThat(items(search(whole))).containsExactly(distant);
        assertThat(items(search(whole.replace("0002", "0009")))).isEmpty();
        assertThat(items(search("09140002"))).containsExactly(distant);
        assertThat(items(search("mb2c"))).hasSize(3);
        assertThat(items(search("02"))).contains(distant);
    }

    @Test
    void finds_by_the_whole_name_and_not_by_a_part_of_it() {
        assertThat(items(search(" 李四 "))).containsExactly(distant);
        assertThat(items(search("李"))).isEmpty();
        assertThat(items(search("%"))).isEmpty();
        assertThat(items(search("_"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "due, review distant confirm",
        "-due, confirm distant review",
        "opened, review confirm distant",
        "-opened, distant confirm review",
        "number, -",
        "-number, -"
    })
    void walks_every_sort_both_ways(String sort, String expected) {
        StringBuilder walked = new StringBuilder();
        String cursor = null;
        do {
            Page<WorkItemRow> page = page(sorted(sort, cursor));
            assertThat(page.count()).isEqualTo(3);
            page.rows().forEach(row -> walked.append(name(row.workItem())).append(' '));
            cursor = page.next();
        } while (cursor != null);

        boolean byNumber = sort.endsWith("number");
        assertThat(walked.toString().strip()).isEqualTo(byNumber ? byNumber(sort) : expected);
    }

    /** Two items of the same number come in the order of their ids. */
    private String byNumber(String sort) {
        return sort.startsWith("-") ? "distant confirm review" : "review confirm distant";
    }

    private String name(String item) {
        return item.equals(review) ? "review" : item.equals(confirm) ? "confirm" : "distant";
    }

    @Test
    void refuses_what_it_does_not_know() {
        String cursor = page(sorted("due", null)).next();

        refuses(view(ALL, "everything"), "view");
        refuses(sorted("name", null), "sort");
        refuses(sorted("opened", cursor), "cursor");
        refuses(sorted("due", "!"), "cursor");
        refuses(sorted("due", "ZHVlCngKeQ"), "cursor");
        refuses(urgent("later"), "due");
        refuses(
                new FindWorkItems(ALL, "all", null, "44", null, null, null, "due", null, 50),
                "region");
    }

    private void refuses(FindWorkItems query, String parameter) {
        assertThatThrownBy(() -> page(query))
                .isInstanceOfSatisfying(
                        BadQueryException.class,
                        e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    @Test
    void a_page_beyond_the_end_still_counts() {
        Page<WorkItemRow> last = page(sorted("due", page(sorted("due", null)).next()));
        story.item(new WorkItemEvent.Cancelled(distant));
        story.item(new WorkItemEvent.Cancelled(confirm));
        Page<WorkItemRow> beyond = page(sorted("due", last.next()));

        assertThat(beyond.rows()).isEmpty();
        assertThat(beyond.next()).isNull();
        assertThat(beyond.count()).isEqualTo(1);
    }

    @Test
    void counts_exactly_to_a_thousand_and_then_says_more() {
        for (int i = 3; i < 1_000; i++) {
            story.opened(second, FakeService.GRANT.version(), "review", "town", "440111002", null);
        }
        assertThat(page(all()).count()).isEqualTo(1_000);

        story.opened(second, FakeService.GRANT.version(), "review", "town", "440111002", null);
        story.opened(second, FakeService.GRANT.version(), "review", "town", "440111002", null);
        assertThat(page(all()).count()).isEqualTo(Page.COUNT_LIMIT);
    }

    @Test
    void a_destroyed_key_leaves_a_star_for_a_name() {
        world.catchUp();
        world.personal.destroy(first.person());

        assertThat(find(review, ALL).orElseThrow().applicantName()).isEqualTo("*");
    }
}
