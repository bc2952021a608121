package org.banshi.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.banshi.app.AppTables;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private static final AppTables TABLES = AppTables.fresh();
    private static final ServiceVersion SERVICE = new ServiceVersion("residence-permit", 1);
    private static final String PAPER = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER_PAPER = "22222222-2222-3333-4444-555555555555";
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");

    private final Drafts drafts = new Drafts(TABLES.jdbc(), TABLES.personal());

    @Test
    void resumes_where_somebody_stopped() {
        PersonId person = new PersonId("resumes");
        Draft begun = drafts.open(person, SERVICE, "440106", NOW);
        FormData filled =
                new FormData(
                        Map.of(
                                "name",
                                "李梅",
                                "income",
                                new BigDecimal("1200.50"),
                                "members",
                                List.of(Map.of("age", 3))));
        drafts.fill(begun, begun.revision(), filled, NOW);
        drafts.attach(begun, "photo", PAPER, NOW);

        Draft resumed = drafts.open(person, SERVICE, "440106", NOW.plusSeconds(60));

        assertThat(resumed.id()).isEqualTo(begun.id());
        assertThat(resumed.form()).isEqualTo(filled);
        assertThat(resumed.materials()).containsExactly(Map.entry("photo", List.of(PAPER)));
        assertThat(drafts.of(person)).containsExactly(resumed);
    }

    @Test
    void keeps_the_answers_when_the_region_changes() {
        PersonId person = new PersonId("moves");
        Draft begun = drafts.open(person, SERVICE, "440106", NOW);
        drafts.fill(begun, 0, new FormData(Map.of("name", "李梅")), NOW);

        Draft moved = drafts.open(person, new ServiceVersion("residence-permit", 2), "440104", NOW);

        assertThat(moved.region()).isEqualTo("440104");
        assertThat(moved.service().version()).isEqualTo(2);
        assertThat(moved.form().values()).containsEntry("name", "李梅");
    }

    /** What a page refused, with what was typed there. */
    record Told(String why, FormData typed) {}

    record Another(String why) {}

    @Test
    void tells_once_what_a_page_refused_and_keeps_it_encrypted() {
        PersonId person = new PersonId("refused");
        Draft begun = drafts.open(person, SERVICE, "440106", NOW);
        FormData typed = new FormData(Map.of("income", new BigDecimal("1200.50"), "name", "李梅"));
        assertThat(drafts.refusal(begun, Told.class)).isEmpty();

        drafts.refuse(begun, new Told("没有声明", typed));

        assertThat(
                        TABLES.jdbc()
                                .sql("select refusal from draft where person = 'refused'")
                                .query(String.class)
                                .single())
                .doesNotContain("没有声明", "李梅");
        assertThat(drafts.refusal(begun, Told.class)).contains(new Told("没有声明", typed));
        assertThat(drafts.refusal(begun, Told.class)).isEmpty();
        drafts.refuse(begun, new Told("没有声明", typed));
        assertThat(drafts.refusal(begun, Another.class)).as("of another page").isEmpty();
        assertThat(drafts.of(person)).containsExactly(begun);
    }

    @Test
    void shows_a_draft_to_nobody_else() {
        Draft begun = drafts.open(new PersonId("one"), SERVICE, "440106", NOW);

        assertThat(drafts.of(new PersonId("another"))).isEmpty();
        assertThat(drafts.of(new PersonId("one"))).containsExactly(begun);
    }

    @Test
    void keeps_what_two_windows_upload_and_fill_in_at_once() {
        PersonId person = new PersonId("two-windows");
        Draft one = drafts.open(person, SERVICE, "440106", NOW);
        Draft other = drafts.open(person, SERVICE, "440106", NOW);
        FormData filled = new FormData(Map.of("name", "李梅"));

        drafts.attach(one, "photo", PAPER, NOW);
        drafts.attach(other, "identity-card", PAPER, NOW);
        drafts.fill(one, one.revision(), filled, NOW);
        drafts.attach(other, "photo", OTHER_PAPER, NOW);

        Draft both = drafts.of(person).get(0);
        assertThat(both.form()).isEqualTo(filled);
        assertThat(both.materials())
                .isEqualTo(
                        Map.of(
                                "photo",
                                List.of(PAPER, OTHER_PAPER),
                                "identity-card",
                                List.of(PAPER)));
    }

    @Test
    void keeps_the_files_of_a_paper_in_the_order_in_which_they_came_and_takes_one_out() {
        PersonId person = new PersonId("several-pages");
        Draft begun = drafts.open(person, SERVICE, "440106", NOW);
        drafts.attach(begun, "photo", OTHER_PAPER, NOW);
        drafts.attach(begun, "photo", PAPER, NOW);
        drafts.attach(begun, "photo", PAPER, NOW);
        drafts.attach(begun, "identity-card", PAPER, NOW);

        assertThat(drafts.of(person).get(0).materials().get("photo"))
                .containsExactly(OTHER_PAPER, PAPER);
        drafts.detach(begun, "photo", PAPER);
        assertThat(drafts.of(person).get(0).materials())
                .isEqualTo(Map.of("photo", List.of(OTHER_PAPER), "identity-card", List.of(PAPER)));
    }

    @Test
    void writes_no_answers_over_others_that_nobody_saw() {
        PersonId person = new PersonId("overtaken");
        Draft one = drafts.open(person, SERVICE, "440106", NOW);
        Draft other = drafts.open(person, SERVICE, "440106", NOW);
        FormData first = new FormData(Map.of("name", "李梅"));
        FormData second = new FormData(Map.of("name", "李雷"));

        assertThat(drafts.fill(one, one.revision(), first, NOW)).isTrue();
        assertThat(drafts.fill(other, other.revision(), second, NOW)).isFalse();

        Draft kept = drafts.of(person).get(0);
        assertThat(kept.form()).isEqualTo(first);
        assertThat(drafts.fill(kept, kept.revision(), second, NOW)).isTrue();
    }

    @Test
    void keeps_what_an_officer_fills_in_at_a_window_apart_from_the_persons_own() {
        PersonId person = new PersonId("at-a-window");
        Draft own = drafts.open(person, SERVICE, "440106", NOW);
        Draft taken = drafts.open(person, SERVICE, "440106", NOW, "tianhe-town-1");
        drafts.fill(taken, 0, new FormData(Map.of("name", "李梅")), NOW);

        assertThat(taken.id()).isNotEqualTo(own.id());
        assertThat(drafts.of(person)).containsExactly(own);
        assertThat(drafts.taken("tianhe-town-1")).extracting(Draft::id).containsExactly(taken.id());
        assertThat(drafts.taken("tianhe-town-2")).isEmpty();
        assertThat(drafts.taken("")).isEmpty();
        assertThat(drafts.open(person, SERVICE, "440106", NOW, "tianhe-town-1").id())
                .isEqualTo(taken.id());
    }

    @Test
    void keeps_nothing_in_a_draft_that_was_filed_meanwhile() {
        Draft begun = drafts.open(new PersonId("filed"), SERVICE, "440106", NOW);
        drafts.attach(begun, "photo", PAPER, NOW);
        drafts.delete(begun);

        drafts.attach(begun, "identity-card", PAPER, NOW);

        assertThat(drafts.fill(begun, 0, FormData.empty(), NOW)).isFalse();
        assertThat(
                        TABLES.jdbc()
                                .sql("select count(*) from draft_material where draft = ?::uuid")
                                .param(begun.id())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void keeps_no_answer_readable_in_the_table() {
        Draft begun = drafts.open(new PersonId("hidden"), SERVICE, "440106", NOW);
        drafts.fill(begun, 0, new FormData(Map.of("name", "李梅")), NOW);

        assertThat(TABLES.jdbc().sql("select content from draft").query(String.class).list())
                .noneMatch(content -> content.contains("李梅") || content.contains("name"));
    }

    @Test
    void forgets_what_was_filed() {
        PersonId person = new PersonId("files");
        drafts.delete(drafts.open(person, SERVICE, "440106", NOW));

        assertThat(drafts.of(person)).isEmpty();
    }
}
