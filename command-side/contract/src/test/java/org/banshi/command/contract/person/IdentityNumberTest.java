package org.banshi.command.contract.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.banshi.command.contract.person.IdentityNumber.Kind;
import org.banshi.command.contract.person.IdentityNumber.Sex;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Test
    void tells_region_birth_date_and_sex_B1() {
        IdentityNumber number = valid("440106190503071237");

        assertThat(number.kind()).isEqualTo(Kind.RESIDENT);
        assertThat(number.region()).contains(new RegionCode("440106"));
        assertThat(number.birthDate()).isEqualTo("1905-03-07");
        assertThat(number.sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void names_a_wrong_check_digit_B2() {
        assertThat(faultOf("44010619050307123X")).isEqualTo("check-digit");
        assertThat(IdentityNumber.checkDigit("44010619050307123")).isEqualTo('7');
    }

    @Test
    void names_a_day_that_does_not_exist_B3() {
        assertThat(faultOf("440183190302301238")).isEqualTo("date");
    }

    @Test
    void allows_a_region_that_was_abolished_B3() {
        String digits = "44018319030228123";
        assertThat(valid(digits + IdentityNumber.checkDigit(digits)).region())
                .contains(new RegionCode("440183"));
    }

    @ParameterizedTest
    @CsvSource({
        "810000190408230020, HONG_KONG_RESIDENCE, FEMALE",
        "820000190812011112, MACAO_RESIDENCE, MALE",
        "830000190605153216, TAIWAN_RESIDENCE, MALE"
    })
    void knows_residence_permits_of_hong_kong_macao_and_taiwan_B5(String text, Kind kind, Sex sex) {
        assertThat(valid(text).kind()).isEqualTo(kind);
        assertThat(valid(text).sex()).isEqualTo(sex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void agrees_with_the_standards_own_examples(String text) {
        assertThat(IdentityNumber.parse(text, TODAY).value()).isPresent();
    }

    @Test
    void knows_a_foreigners_permanent_residence_card_which_tells_no_region() {
        String digits = "91184019070501123";
        IdentityNumber number = valid(digits + IdentityNumber.checkDigit(digits));

        assertThat(number.kind()).isEqualTo(Kind.FOREIGN_PERMANENT);
        assertThat(number.region()).isEmpty();
        assertThat(number.birthDate()).isEqualTo("1907-05-01");
    }

    @Test
    void names_a_birth_date_in_the_future() {
        String digits = "44010620260915123";
        String tomorrow = digits + IdentityNumber.checkDigit(digits);

        assertThat(IdentityNumber.parse(tomorrow, TODAY).fault())
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("future"));
        assertThat(IdentityNumber.parse(tomorrow, TODAY.plusDays(1)).value()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "44010619050307123, length",
        "4401061905030712377, length",
        "44010619050307X237, characters",
        "990106190503071237, check-digit",
        "660106190503071237, region",
        "810101190408230020, region"
    })
    void names_what_is_wrong(String text, String code) {
        assertThat(faultOf(text)).isEqualTo(code);
    }

    @Test
    void reads_what_people_type() {
        assertThat(valid(" １１０１０５ 19491231 002x").value()).isEqualTo("11010519491231002X");
    }

    @Test
    void never_prints_its_value() {
        assertThat(valid("440106190503071237").toString()).doesNotContain("4401");
        assertThatThrownBy(() -> new IdentityNumber("440106190503071238"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4401");
        assertThat(IdentityNumber.parse("44010619050307123X").fault().orElseThrow().message().en())
                .doesNotContain("4401");
    }

    private static IdentityNumber valid(String text) {
        return IdentityNumber.parse(text, TODAY).value().orElseThrow();
    }

    private static String faultOf(String text) {
        return IdentityNumber.parse(text, TODAY).fault().orElseThrow().code();
    }
}
