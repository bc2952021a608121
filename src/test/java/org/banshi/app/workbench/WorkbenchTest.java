package org.banshi.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.app.AppTables;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    private static final AppTables TABLES = AppTables.fresh();
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");

    private final WorkViews views = new WorkViews(TABLES.jdbc());
    private final TaskDrafts drafts = new TaskDrafts(TABLES.jdbc(), TABLES.personal());

    private static Scope who(String account, Role role, String region) {
        return new Scope(account, null, Set.of(role), "town", new RegionCode(region));
    }

    @Test
    void shares_a_filter_within_body_and_region_of_the_supervisor_alone() {
        Scope supervisor = who("s1", Role.SUPERVISOR, "440106");
        Scope inside = who("o1", Role.OFFICER, "440106001");
        Scope outside = who("o2", Role.OFFICER, "440104");
        Map<String, String> late = Map.of("due", "overdue");
        String id = views.keep(supervisor, "超期", late, true).orElseThrow();

        assertThat(views.of(inside)).extracting(WorkView::name).containsExactly("超期");
        assertThat(views.find(inside, id)).get().extracting(WorkView::filter).isEqualTo(late);
        assertThat(views.find(outside, id)).isEmpty();
        Scope another =
                new Scope("o5", null, Set.of(Role.OFFICER), "county", new RegionCode("440106"));
        assertThat(views.find(another, id)).as("of another body").isEmpty();
        assertThat(views.of(another)).isEmpty();
        assertThat(views.find(inside, "-".repeat(36))).isEmpty();
        assertThatThrownBy(
                        () -> views.keep(supervisor, "b", Map.of("step", "x".repeat(101)), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(views.find(inside, "no id")).isEmpty();
        assertThat(views.removable(inside, views.of(inside).get(0))).isFalse();
        views.change(supervisor, id, "超期", false);
        assertThat(views.of(inside)).isEmpty();
        String own = views.keep(inside, "我的", late, true).orElseThrow();
        assertThat(views.find(supervisor, own)).as("an officer shares with nobody").isEmpty();
    }

    @Test
    void keeps_one_filter_of_a_name_and_not_more_than_there_may_be() {
        Scope officer = who("o3", Role.OFFICER, "440106");
        String first = views.keep(officer, "a", Map.of("view", "mine"), false).orElseThrow();
        String again = views.keep(officer, "a", Map.of("view", "all"), false).orElseThrow();
        String other = views.keep(officer, "b", Map.of(), false).orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(views.find(officer, first).orElseThrow().filter()).containsValue("all");
        assertThat(views.change(officer, other, "a", false)).isFalse();
        for (int i = 2; i < WorkViews.MOST; i++) {
            views.keep(officer, "n" + i, Map.of(), false);
        }
        assertThat(views.keep(officer, "one more", Map.of(), false)).isEmpty();
        assertThat(views.keep(officer, "a", Map.of(), false)).isPresent();
        views.delete(views.find(officer, other).orElseThrow());
        assertThat(views.keep(officer, "one more", Map.of(), false)).isPresent();
    }

    @Test
    void remembers_the_columns_that_somebody_chose() {
        assertThat(views.columns("o4")).isEmpty();
        views.choose("o4", List.of("due", "who"));
        views.choose("o4", List.of("who", "office", "due"));
        assertThat(views.columns("o4")).containsExactly("who", "office", "due");
    }

    @Test
    void gives_a_draft_back_to_its_officer_and_nobody_else() {
        PersonId person = new PersonId("drafted");
        FormData data = new FormData(Map.of("findings", "两间房", "why", Map.of("a", "b")));
        drafts.keep("t1", "o1", person, new TaskDraft("visited", FormData.empty(), NOW));
        drafts.keep("t1", "o1", person, new TaskDraft("visited", data, NOW.plusSeconds(5)));
        drafts.keep("t1", "o1", person, new TaskDraft("recheck", data, NOW));

        assertThat(drafts.of("t1", "o1"))
                .extracting(TaskDraft::outcome)
                .containsExactly("visited", "recheck");
        assertThat(drafts.of("t1", "o1").get(0).data()).isEqualTo(data);
        assertThat(drafts.of("t1", "o2")).isEmpty();
        assertThat(drafts.others("t1", "o2"))
                .containsExactly(new TaskDraft.Other("o1", NOW.plusSeconds(5)));
        assertThat(drafts.others("t1", "o1")).isEmpty();
        assertThat(TABLES.jdbc().sql("select content from task_draft").query(String.class).list())
                .noneMatch(content -> content.contains("两间房"));
        drafts.drop("t1", "o1", "recheck");
        assertThat(drafts.of("t1", "o1")).hasSize(1);
        drafts.dropAll("t1");
        assertThat(drafts.of("t1", "o1")).isEmpty();
    }

    @Test
    void forgets_drafts_of_tasks_that_ended_otherwise() {
        PersonId person = new PersonId("drafted-before");
        drafts.keep("t2", "o1", person, new TaskDraft("visited", FormData.empty(), NOW));
        assertThat(drafts.of("t2", "o1")).hasSize(1);
        assertThat(drafts.tidy(NOW.plus(Duration.ofDays(30)))).isZero();
        assertThat(drafts.tidy(NOW.plus(Duration.ofDays(31)))).isPositive();
        assertThat(drafts.of("t2", "o1")).isEmpty();
    }
}
