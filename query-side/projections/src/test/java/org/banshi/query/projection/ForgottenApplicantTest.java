package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.Test;

class ForgottenApplicantTest {

    private final World world = new World();
    private final Story story = world.story;

    @Test
    void nothing_is_left_to_find_an_erased_applicant_by() {
        Case erased = story.applied("440106001", "person-1", "张三丰");
        Case other = story.applied("440111002", "person-2", "李四");
        story.waits(erased, "review", "town", "440106001", null);
        story.waits(other, "review", "town", "440111002", null);
        world.catchUp();
        assertThat(findable()).contains(erased.id().value(), other.id().value());

        PrivacyId record = PrivacyId.of(erased.person());
        story.add(
                "privacy",
                record.value(),
                new PrivacyEvent.Erased(
                        record,
                        erased.person(),
                        List.of(erased.id()),
                        ErasureGround.REQUEST,
                        null));
        world.catchUp();

        assertThat(findable()).hasSize(3).containsOnly(other.id().value());
    }

    private List<String> findable() {
        return world.jdbc.queryForList(
                """
                SELECT application FROM work_item
                WHERE name_hash IS NOT NULL OR applicant_name IS NOT NULL
                UNION ALL SELECT application FROM worklist_case
                WHERE name_hash IS NOT NULL OR applicant_name IS NOT NULL
                UNION ALL SELECT application FROM progress WHERE code_hash IS NOT NULL
                """,
                String.class);
    }
}
