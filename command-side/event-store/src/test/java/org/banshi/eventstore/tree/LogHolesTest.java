package org.banshi.eventstore.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns, hashes and rows that are not there, or not of their shape. */
class LogHolesTest extends ChangedLog {

    @Test
    void reports_an_event_of_which_any_column_is_empty_as_altered() throws SQLException {
        for (String column :
                List.of(
                        "recorded_at",
                        "stream",
                        "sequence",
                        "type",
                        "revision",
                        "id",
                        "payload",
                        "metadata",
                        "leaf")) {
            jdbc.execute("alter table event_log alter column %s drop not null".formatted(column));
            change("update event_log set %s = null where position = 778".formatted(column));

            assertThat(findings()).as(column).anyMatch(it -> it.startsWith("position 778: "));
            assertThat(findings()).as(column).noneMatch(it -> it.contains("do not lead"));
            assertThat(verifier.streamAlone("diary-155", List.of(), head).good())
                    .as(column)
                    .isFalse();
            superuser.restore();
            superuser.save();
        }
    }

    @Test
    void reports_what_is_empty_beside_the_events_too() throws SQLException {
        for (String change :
                List.of(
                        "event_group.root where position = 780",
                        "event_group.chain where position = 780",
                        "event_group.recorded_at where position = 780",
                        "event_subtree.root where nth = 3",
                        "event_stream.name where name = 'diary-155'",
                        "event_stream.type where name = 'diary-155'",
                        "event_heads.chain",
                        "event_heads.frontier",
                        "event_heads.recorded_at")) {
            String[] parts = change.split("[. ]", 3);
            jdbc.execute(
                    "alter table %s alter column %s drop not null".formatted(parts[0], parts[1]));
            change(
                    "update %s set %s = null %s"
                            .formatted(parts[0], parts[1], parts.length > 2 ? parts[2] : ""));

            assertThat(findings()).as(change).isNotEmpty();
            assertThatCode(() -> verifier.range(778, 790, List.of(late), position -> {}))
                    .as(change)
                    .doesNotThrowAnyException();
            superuser.restore();
            superuser.save();
        }
        change("delete from event_heads");
        assertThat(findings()).contains("position 1750: the log's head is gone");
    }

    @Test
    void finds_hashes_of_another_length() throws SQLException {
        change("update event_group set root = root || root where position = 780");
        change("update event_group set chain = ''::bytea where position = 785");
        change("update event_log set leaf = ''::bytea where position = 790");

        assertThat(findings())
                .contains(
                        "positions 778 to 780: the events do not lead to their group's root",
                        "positions 783 to 785: the group's link does not follow from what is before, and so in the next 1 groups",
                        "position 790: what the event holds does not lead to its leaf");
    }
}
