package org.banshi.command.contract.person;

import java.util.Map;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * 统一社会信用代码 (GB 32100): registering body, kind, region, organisation code, check digit.
 *
 * @param value 18 places
 */
public record UnifiedSocialCreditCode(String value) {

    /** What sort of organisation, by the first two places. */
    public enum Kind {
        AGENCY,
        INSTITUTION,
        MASS_ORGANISATION,
        SOCIAL_ORGANISATION,
        PRIVATE_NON_ENTERPRISE,
        FOUNDATION,
        ENTERPRISE,
        SOLE_TRADER,
        COOPERATIVE,
        OTHER
    }

    /** GB 32100 leaves out I, O, S, V and Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private static final Map<String, Kind> KINDS =
            Map.of(
                    "11", Kind.AGENCY,
                    "12", Kind.INSTITUTION,
                    "13", Kind.MASS_ORGANISATION,
                    "51", Kind.SOCIAL_ORGANISATION,
                    "52", Kind.PRIVATE_NON_ENTERPRISE,
                    "53", Kind.FOUNDATION,
                    "91", Kind.ENTERPRISE,
                    "92", Kind.SOLE_TRADER,
                    "93", Kind.COOPERATIVE);

    static final Fault LENGTH =
            Fault.of(
                    "length",
                    "统一社会信用代码应为18位，请核对是否漏填或多填。",
                    "A unified social credit code has 18 places: check for missing or extra ones.");
    static final Fault CHARACTERS =
            Fault.of(
                    "characters",
                    "统一社会信用代码由数字和大写字母组成，不含I、O、S、V、Z；第3至8位为数字。",
                    "Only digits and capital letters without I, O, S, V, Z; places 3 to 8 are digits.");
    static final Fault ORGANISATION_CODE =
            Fault.of(
                    "organisation-code",
                    "统一社会信用代码第9至17位不是有效的组织机构代码，请逐位核对。",
                    "Places 9 to 17 are not an organisation code: compare every place.");
    static final Fault CHECK_DIGIT =
            Fault.of(
                    "check-digit",
                    "统一社会信用代码的校验位不符，请逐位核对。",
                    "The check digit does not fit: compare every place.");

    /**
     * @throws IllegalArgumentException when it has a fault
     */
    public UnifiedSocialCreditCode {
        if (faultOf(value) != null) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** Reads a code as typed. */
    public static Parsed<UnifiedSocialCreditCode> parse(String text) {
        String code = Typed.clean(text);
        Fault fault = faultOf(code);
        return fault == null
                ? Parsed.valid(new UnifiedSocialCreditCode(code))
                : Parsed.faulty(fault);
    }

    private static @Nullable Fault faultOf(String code) {
        if (code.length() != 18) {
            return LENGTH;
        }
        if (!code.matches("[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}")) {
            return CHARACTERS;
        }
        if (code.charAt(17) != checkDigit(code)) {
            return CHECK_DIGIT;
        }
        return OrganisationCode.parse(code.substring(8, 17)).value().isPresent()
                ? null
                : ORGANISATION_CODE;
    }

    private static char checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    public Kind kind() {
        return KINDS.getOrDefault(value.substring(0, 2), Kind.OTHER);
    }

    /** Of the registering body. */
    public RegionCode region() {
        return new RegionCode(value.substring(2, 8));
    }

    public OrganisationCode organisationCode() {
        return new OrganisationCode(value.substring(8, 17));
    }

    @Override
    public String toString() {
        return value;
    }
}
