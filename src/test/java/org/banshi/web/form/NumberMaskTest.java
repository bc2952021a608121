package org.banshi.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberMaskTest {

    @ParameterizedTest
    @CsvSource({
        "6200000000000000021, ***************0021",
        "620000000000000002, 620***********0002",
        "6200 0000 0000 0021, ***************0021",
        "44010619030312062543, ****************2543",
        "11010119030307101X43, ****************1X43",
        "44010619030312062543B1, ******************43B1",
        "440106190503120625, 440***********0625",
        "账号13800000006。, 账号138****0006。"
    })
    void hides_most_of_whatever_names_a_person_or_an_account(String text, String masked) {
        assertThat(NumberMask.text(text)).isEqualTo(masked);
    }

    @Test
    void leaves_days_sums_and_numbers_of_cases_as_they_are() {
        String text = "2026-09-14 2026-10-14 1314.00 GD2026000000123456 11440100MB2C12345X";

        assertThat(NumberMask.text(text)).isEqualTo(text);
    }
}
