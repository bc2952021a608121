package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEntriesTest {

    private final RecentEntries<Integer, String> entries = new RecentEntries<>(1_000);

    @Test
    void keeps_each_newcomer_of_a_full_map_however_busy_the_old_ones_were() {
        for (int round = 0; round < 10; round++) {
            IntStream.range(0, 1_000).forEach(this::use);
        }
        for (int newcomer = 1_000; newcomer < 5_000; newcomer++) {
            use(newcomer);
            assertThat(entries.get(newcomer - 400)).isNotNull();
        }
    }

    @Test
    void forgets_the_one_that_was_used_the_longest_ago() {
        IntStream.range(0, 1_000).forEach(this::use);
        entries.get(0);

        use(1_000);

        assertThat(entries.get(1)).isNull();
        assertThat(entries.get(0)).isNotNull();
    }

    private void use(int key) {
        entries.put(key, "entry " + key);
        entries.get(key);
    }
}
