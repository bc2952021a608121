package org.banshi.command.contract.person;

/**
 * A mainland mobile number. Personal: never printed.
 *
 * @param value 11 digits
 */
public record MobileNumber(String value) {

    static final Fault LENGTH =
            Fault.of("length", "手机号码应为11位数字。", "A mobile number has 11 digits.");
    static final Fault PREFIX =
            Fault.of(
                    "prefix",
                    "请填写中国内地手机号码，以13至19开头。",
                    "Give a mainland mobile number: it begins with 13 to 19.");

    /**
     * @throws IllegalArgumentException when it has a fault
     */
    public MobileNumber {
        if (!value.matches("1[3-9][0-9]{9}")) {
            throw new IllegalArgumentException("not a mainland mobile number");
        }
    }

    /** Reads a number as typed, with or without +86, blanks and hyphens. */
    public static Parsed<MobileNumber> parse(String text) {
        String number = Typed.clean(text).replaceFirst("^(\\+|00)86", "");
        if (!number.matches("[0-9]{11}")) {
            return Parsed.faulty(LENGTH);
        }
        return number.matches("1[3-9].*")
                ? Parsed.valid(new MobileNumber(number))
                : Parsed.faulty(PREFIX);
    }

    /** Personal by nature: never prints its value. */
    @Override
    public String toString() {
        return "MobileNumber[...]";
    }
}
