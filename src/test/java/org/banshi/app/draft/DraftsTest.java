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
        drafts.save(begun.withForm(filled, NOW).withMaterials(Map.of("photo", "id-1"), NOW));

        Draft resumed = drafts.open(person, SERVICE, "440106", NOW.plusSeconds(60));

        assertThat(resumed.id()).isEqualTo(begun.id());
        assertThat(resumed.form()).isEqualTo(filled);
        assertThat(resumed.materials()).containsEntry("photo", "id-1");
        assertThat(drafts.of(person)).containsExactly(resumed);
    }

    @Test
    void keeps_the_answers_when_the_region_changes() {
        PersonId person = new PersonId("moves");
        Draft begun = drafts.open(person, SERVICE, "440106", NOW);
        drafts.save(begun.withForm(new FormData(Map.of("name", "李梅")), NOW));

        Draft moved = drafts.open(person, new ServiceVersion("residence-permit", 2), "440104", NOW);

        assertThat(moved.region()).isEqualTo("440104");
        assertThat(moved.service().version()).isEqualTo(2);
        assertThat(moved.form().values()).containsEntry("name", "李梅");
    }

    @Test
    void shows_a_draft_to_nobody_else() {
        Draft begun = drafts.open(new PersonId("one"), SERVICE, "440106", NOW);

        assertThat(drafts.of(new PersonId("another"))).isEmpty();
        assertThat(drafts.find(begun.id(), new PersonId("another"))).isEmpty();
        assertThat(drafts.find(begun.id(), new PersonId("one"))).isPresent();
    }

    @Test
    void keeps_no_answer_readable_in_the_table() {
        Draft begun = drafts.open(new PersonId("hidden"), SERVICE, "440106", NOW);
        drafts.save(begun.withForm(new FormData(Map.of("name", "李梅")), NOW));

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
