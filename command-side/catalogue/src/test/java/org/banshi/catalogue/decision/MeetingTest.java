package org.banshi.catalogue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of one column, in pairs. */
class MeetingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | \"a\" | true",
                "\"a\" | \"a\", \"b\" | true",
                "\"a\" | \"b\" | false",
                "\"a\" | not(\"b\") | true",
                "\"a\" | not(\"a\") | false",
                "true | false | false",
                "< 10 | >= 10 | false",
                "<= 10 | >= 10 | true",
                "> 10 | < 20 | true",
                "(10..20) | (19..30] | true",
                "(10..20) | [20..30] | false",
                "starts with(?, \"44\") | starts with(?, \"4401\") | true",
                "starts with(?, \"45\") | starts with(?, \"4401\") | false",
                "< \"2027-01-01\" | >= \"2027-01-01\" | false",
                "< date(\"2027-01-01\") | > date(\"2026-12-01\") | true",
                "< date(\"2027-01-01\") | >= date(\"2027-01-01\") | false",
                "> income | < income | false"
            })
    void take_the_same_value(String cell, String other, boolean meet) {
        assertThat(DmnText.meet(cell, other, false)).isEqualTo(meet);
        assertThat(DmnText.meet(other, cell, false)).isEqualTo(meet);
    }

    @Test
    void have_nothing_between_them_where_numbers_are_whole() {
        assertThat(DmnText.meet("> 1", "< 2", true)).isFalse();
        assertThat(DmnText.meet("> 1", "< 2", false)).isTrue();
        assertThat(DmnText.meet("> 1", "< 4", true)).isTrue();
    }
}
