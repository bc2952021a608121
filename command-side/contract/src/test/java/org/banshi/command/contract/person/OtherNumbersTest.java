package org.banshi.command.contract.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherNumbersTest {

    @Test
    void a_disability_certificate_tells_category_and_level_B9() {
        DisabilityCertificateNumber number =
                DisabilityCertificateNumber.parse("44030419101130004042").value().orElseThrow();

        assertThat(number.identity().value()).isEqualTo("440304191011300040");
        assertThat(number.category()).isEqualTo(Category.PHYSICAL);
        assertThat(number.level()).isEqualTo(2);
        assertThat(number.replacement()).isZero();
        assertThat(number.value()).isEqualTo("44030419101130004042");
    }

    @Test
    void a_replaced_disability_certificate_tells_how_often() {
        DisabilityCertificateNumber number =
                DisabilityCertificateNumber.parse("44030419101130004042b1").value().orElseThrow();

        assertThat(number.replacement()).isEqualTo(1);
        assertThat(number.value()).endsWith("42B1");
    }

    @ParameterizedTest
    @CsvSource({
        "44030419101130004082, shape",
        "44030419101130004045, shape",
        "44030419101130004142, check-digit",
        "44030419101130004042C1, shape"
    })
    void names_what_is_wrong_with_a_disability_certificate(String text, String code) {
        assertThat(DisabilityCertificateNumber.parse(text).fault().orElseThrow().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "粤A12345, ORDINARY, 440100",
        "粤AD12345, SMALL_NEW_ENERGY, 440100",
        "粤ZF023港, CROSS_BORDER, ",
        "粤B·12345D, LARGE_NEW_ENERGY, 440300",
        "粤a1234挂, TRAILER, 440100",
        "粤Y123AB, ORDINARY, 440600",
        "京A12345, ORDINARY, "
    })
    void a_plate_tells_its_kind_and_city_B11(String text, PlateNumber.Kind kind, String city) {
        PlateNumber plate = PlateNumber.parse(text).value().orElseThrow();

        assertThat(plate.kind()).isEqualTo(kind);
        assertThat(plate.city().map(Object::toString).orElse(null)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource({
        "粤BF1234A, new-energy",
        "粤A1O345, letter",
        "A12345, prefix",
        "粤A1234, length",
        "粤AABCD1, serial",
        "粤AF023港, cross-border",
        "粤Z12345, cross-border"
    })
    void names_what_is_wrong_with_a_plate_B11(String text, String code) {
        assertThat(PlateNumber.parse(text).fault().orElseThrow().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"13800000000", "+86 138-0000-0000", "１３８００００００００"})
    void a_mobile_number_is_read_as_people_type_it(String text) {
        assertThat(MobileNumber.parse(text).value()).contains(new MobileNumber("13800000000"));
    }

    @ParameterizedTest
    @CsvSource({"1380000000, length", "12800000000, prefix", "1380000000a, length"})
    void names_what_is_wrong_with_a_mobile_number(String text, String code) {
        assertThat(MobileNumber.parse(text).fault().orElseThrow().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "H12345678, HONG_KONG_RESIDENT",
        "m12345678, MACAO_RESIDENT",
        "12345678, TAIWAN_RESIDENT"
    })
    void a_travel_permit_tells_whose_it_is(String text, TravelPermit.Kind kind) {
        assertThat(TravelPermit.parse(text).value().orElseThrow().kind()).isEqualTo(kind);
    }

    @Test
    void names_what_is_wrong_with_a_travel_permit() {
        assertThat(TravelPermit.parse("K12345678").fault().orElseThrow().code()).isEqualTo("shape");
    }
}
