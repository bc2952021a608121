package org.banshi.command.contract.person;

/**
 * 组织机构代码 (GB 11714): eight places and a check digit; also places 9 to 17 of a unified social credit
 * code.
 *
 * @param value nine places without the hyphen
 */
public record OrganisationCode(String value) {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    static final Fault SHAPE =
            Fault.of(
                    "shape",
                    "组织机构代码应为8位数字或大写字母加1位校验码。",
                    "An organisation code has eight digits or capital letters and a check digit.");
    static final Fault CHECK_DIGIT =
            Fault.of(
                    "check-digit",
                    "组织机构代码的校验码不符，请逐位核对。",
                    "The organisation code's check digit does not fit: compare every place.");

    /**
     * @throws IllegalArgumentException when it has a fault
     */
    public OrganisationCode {
        if (!isShaped(value) || value.charAt(8) != checkDigit(value)) {
            throw new IllegalArgumentException("not an organisation code");
        }
    }

    /** Reads a code as typed, with or without its hyphen. */
    public static Parsed<OrganisationCode> parse(String text) {
        String code = Typed.clean(text);
        if (!isShaped(code)) {
            return Parsed.faulty(SHAPE);
        }
        return code.charAt(8) == checkDigit(code)
                ? Parsed.valid(new OrganisationCode(code))
                : Parsed.faulty(CHECK_DIGIT);
    }

    private static boolean isShaped(String code) {
        return code.matches("[0-9A-Z]{8}[0-9X]");
    }

    private static char checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(code.charAt(i), 36);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    /** As printed: eight places, a hyphen, the check digit. */
    @Override
    public String toString() {
        return value.substring(0, 8) + "-" + value.substring(8);
    }
}
