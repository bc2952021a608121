package org.banshi.command.contract.person;

/**
 * How personal values are shown by default: enough to recognise one's own, too little to use
 * another's. Source: gov-conventions §7.
 */
public final class Masks {

    private Masks() {}

    /** {@code 138****0000}. */
    public static String phone(String phone) {
        return phone.length() < 11
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    /** The first 3 and last 4 places of an identity number or certificate number. */
    public static String identityNumber(String number) {
        return number.length() < 15
                ? "*".repeat(number.length())
                : number.substring(0, 3)
                        + "*".repeat(number.length() - 7)
                        + number.substring(number.length() - 4);
    }

    /** The last 4 places of a number that says nothing else, such as a bank account's. */
    public static String ending(String number) {
        int shown = number.length() < 8 ? 0 : 4;
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }

    /** {@code 张*}: the first character, and not how many follow. */
    public static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }
}
