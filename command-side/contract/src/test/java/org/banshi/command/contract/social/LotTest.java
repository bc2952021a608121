package org.banshi.command.contract.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final int PERCENT = 30;

    @ParameterizedTest
    @ValueSource(strings = {"a", "stage", "0f3a5b", "南岗", "x9"})
    void never_draws_fewer_than_the_share_of_the_cases_so_far_and_not_nearly_all(String seed) {
        int drawn = 0;
        for (int serial = 1; serial <= 400; serial++) {
            drawn += lot(serial, seed).drawn(PERCENT) ? 1 : 0;
            assertThat(drawn * 100).as("of %s", serial).isGreaterThanOrEqualTo(PERCENT * serial);
        }
        assertThat(drawn).isLessThan(180);
    }

    @Test
    void is_repeated_from_seed_and_number_alone() {
        List<Boolean> first = draws("stage");

        assertThat(draws("stage")).isEqualTo(first);
        assertThat(draws("another")).isNotEqualTo(first);
    }

    private static List<Boolean> draws(String seed) {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(serial -> lot(serial, seed).drawn(PERCENT))
                .toList();
    }

    private static Lot lot(int serial, String seed) {
        return new Lot("oil-money", TIANHE, 2026, serial, seed);
    }
}
