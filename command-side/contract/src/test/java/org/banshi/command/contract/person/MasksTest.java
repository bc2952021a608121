package org.banshi.command.contract.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTest {

    @Test
    void shows_the_ends_of_a_phone_number() {
        assertThat(Masks.phone("13812340000")).isEqualTo("138****0000");
    }

    @Test
    void shows_the_first_three_and_last_four_places_of_an_identity_number() {
        assertThat(Masks.identityNumber("440106190503071237")).isEqualTo("440***********1237");
    }

    @Test
    void shows_the_first_character_of_a_name_and_not_its_length() {
        assertThat(Masks.name("张三丰")).isEqualTo("张*");
        assertThat(Masks.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masks.name("")).isEmpty();
    }

    @Test
    void hides_whatever_is_too_short_to_be_shown_in_part() {
        assertThat(Masks.phone("110")).isEqualTo("***");
        assertThat(Masks.identityNumber("H12345678")).isEqualTo("*********");
    }
}
