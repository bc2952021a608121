package org.banshi.command.contract.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.command.contract.person.UnifiedSocialCreditCode.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "91440101MA0000A19B, ENTERPRISE, MA0000A1-9, 440101",
        "1144000000000B086H, AGENCY, 00000B08-6, 440000",
        "12441500196720244T, INSTITUTION, 19672024-4, 441500",
        "13445122747071229R, MASS_ORGANISATION, 74707122-9, 445122"
    })
    void tells_kind_organisation_code_and_region_B6_B8(
            String text, Kind kind, String organisationCode, String region) {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.parse(text).value().orElseThrow();

        assertThat(code.kind()).isEqualTo(kind);
        assertThat(code.organisationCode()).hasToString(organisationCode);
        assertThat(code.region()).hasToString(region);
    }

    @ParameterizedTest
    @CsvSource({
        "91440101MA0000A19, length",
        "91440101MA0000A1IB, characters",
        "9144010AMA0000A19B, characters",
        "91440101MA0000A19C, check-digit",
        "91440101MA0000A188, organisation-code"
    })
    void names_what_is_wrong_with_a_credit_code(String text, String code) {
        assertThat(UnifiedSocialCreditCode.parse(text).fault().orElseThrow().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"MA0000A1-8, check-digit", "MA0000A1, shape"})
    void names_what_is_wrong_with_an_organisation_code(String text, String code) {
        assertThat(OrganisationCode.parse(text).fault().orElseThrow().code()).isEqualTo(code);
    }
}
