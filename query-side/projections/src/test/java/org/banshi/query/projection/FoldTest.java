package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final Set<String> PLAIN =
            Set.of("王小明", "440106190301011234", "13800000000", "失业在家", "987654.32", "code-GD");
    private static final Set<String> WORDS_OF_OFFICERS = Set.of("意见甲", "理由乙", "意见丙", "理由丁");

    private final World world = new World();
    private final RandomStory told = new RandomStory(world.story, new Random(11));

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Projection projection : world.models.projections()) {
            for (Projection.Table table : projection.tables()) {
                rows.put(
                        table.name(),
                        world.jdbc.query(
                                "SELECT * FROM " + table.name() + " ORDER BY " + table.key(),
                                (row, n) -> {
                                    StringBuilder text = new StringBuilder();
                                    int columns = row.getMetaData().getColumnCount();
                                    for (int i = 1; i <= columns; i++) {
                                        String name = row.getMetaData().getColumnName(i);
                                        String value = row.getString(i);
                                        text.append('|')
                                                .append(
                                                        value != null
                                                                        && table.sealed()
                                                                                .contains(name)
                                                                ? world.personal
                                                                        .decrypt(value)
                                                                        .orElse("")
                                                                : value);
                                    }
                                    return text.toString();
                                }));
            }
        }
        return rows;
    }

    @Test
    void the_same_events_make_the_same_rows_whatever_the_batches() {
        told.tell(300);
        told.erase(10);
        told.tell(100);
        world.catchUp();
        Map<String, List<String>> atOnce = rows();
        for (int size : List.of(1, 7, 64)) {
            world.empty();
            world.models.projections().forEach(projection -> world.catchUp(projection, size));

            assertThat(rows()).as("batches of %s", size).isEqualTo(atOnce);
        }
    }

    @Test
    void events_that_come_again_change_nothing() {
        told.tell(400);
        world.catchUp();
        Map<String, List<String>> once = rows();
        world.jdbc.update("UPDATE subscription_token SET position = position / 2");
        world.catchUp();

        assertThat(rows()).isEqualTo(once);
    }

    @Test
    void no_table_holds_personal_data_in_clear() {
        told.tell(400);
        world.catchUp();

        List<String> columns =
                world.jdbc.query(
                        """
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'public'
                        """,
                        (row, n) ->
                                "SELECT " + row.getString(2) + "::text FROM " + row.getString(1));
        assertThat(columns).hasSizeGreaterThan(50);
        for (String column : columns) {
            List<String> values = world.jdbc.queryForList(column, String.class);
            for (String value : values) {
                if (value != null) {
                    PLAIN.forEach(plain -> assertThat(value).as(column).doesNotContain(plain));
                    WORDS_OF_OFFICERS.forEach(
                            plain -> assertThat(value).as(column).doesNotContain(plain));
                }
            }
        }
    }
}
