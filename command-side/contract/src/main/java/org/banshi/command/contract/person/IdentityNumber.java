package org.banshi.command.contract.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * An identity number of 18 places (GB 11643): 居民身份证, 港澳台居民居住证 (81, 82, 83) or 外国人永久居留身份证 (9…).
 * Personal: never printed.
 *
 * @param value 17 digits and a check digit, {@code X} in upper case
 */
public record IdentityNumber(String value) {

    /** Which card bears the number. */
    public enum Kind {
        RESIDENT,
        HONG_KONG_RESIDENCE,
        MACAO_RESIDENCE,
        TAIWAN_RESIDENCE,
        FOREIGN_PERMANENT
    }

    /** As the number tells it. */
    public enum Sex {
        FEMALE,
        MALE
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /** Provinces of GB/T 2260. Counties are not checked: abolished codes stay valid. */
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71");

    private static final Map<String, Kind> RESIDENCE_PERMITS =
            Map.of(
                    "810000", Kind.HONG_KONG_RESIDENCE,
                    "820000", Kind.MACAO_RESIDENCE,
                    "830000", Kind.TAIWAN_RESIDENCE);

    static final Fault LENGTH =
            Fault.of(
                    "length",
                    "证件号码应为18位，请核对是否漏填或多填。",
                    "An identity number has 18 places: check for missing or extra ones.");
    static final Fault CHARACTERS =
            Fault.of(
                    "characters",
                    "证件号码前17位应为数字，最后一位为数字或X。",
                    "The first 17 places are digits, the last is a digit or X.");
    static final Fault REGION =
            Fault.of(
                    "region",
                    "证件号码前6位不是有效的地区代码，请对照证件核对。",
                    "The first six places are no region code: compare them with the card.");
    static final Fault DATE =
            Fault.of(
                    "date",
                    "证件号码第7至14位不是存在的日期，请对照证件核对。",
                    "Places 7 to 14 are not a date that exists: compare them with the card.");
    static final Fault FUTURE =
            Fault.of(
                    "future",
                    "证件号码中的出生日期晚于今天，请对照证件核对。",
                    "The birth date in the number is in the future: compare it with the card.");
    static final Fault CHECK_DIGIT =
            Fault.of(
                    "check-digit",
                    "证件号码的校验位不符，请逐位对照证件核对。",
                    "The check digit does not fit: compare every place with the card.");

    /**
     * @throws IllegalArgumentException when {@link #parse(String)} finds a fault
     */
    public IdentityNumber {
        if (faultOf(value) != null) {
            throw new IllegalArgumentException("not an identity number");
        }
    }

    /** How a number is written, whatever was typed for it: one card has one. Faults stay. */
    public static String canonical(String text) {
        return Typed.clean(text);
    }

    /** Reads a number as typed; whether its date is in the future is not looked at. */
    public static Parsed<IdentityNumber> parse(String text) {
        String number = Typed.clean(text);
        Fault fault = faultOf(number);
        return fault == null ? Parsed.valid(new IdentityNumber(number)) : Parsed.faulty(fault);
    }

    /** Reads a number as typed; nobody is born after {@code today}. */
    public static Parsed<IdentityNumber> parse(String text, LocalDate today) {
        Parsed<IdentityNumber> parsed = parse(text);
        boolean unborn =
                parsed.value().map(number -> number.birthDate().isAfter(today)).orElse(false);
        return unborn ? Parsed.faulty(FUTURE) : parsed;
    }

    /** The check digit that belongs to the first 17 digits (ISO 7064 MOD 11-2). */
    public static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    private static @Nullable Fault faultOf(String number) {
        if (number.length() != 18) {
            return LENGTH;
        }
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return CHARACTERS;
        }
        if (!isKnownRegion(number.substring(0, 6))) {
            return REGION;
        }
        if (dateOf(number).isEmpty()) {
            return DATE;
        }
        return number.charAt(17) == checkDigit(number) ? null : CHECK_DIGIT;
    }

    private static boolean isKnownRegion(String region) {
        return region.startsWith("9")
                || RESIDENCE_PERMITS.containsKey(region)
                || PROVINCES.contains(region.substring(0, 2));
    }

    private static Optional<LocalDate> dateOf(String number) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(number.substring(6, 10)),
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Which card bears it. */
    public Kind kind() {
        return value.startsWith("9")
                ? Kind.FOREIGN_PERMANENT
                : RESIDENCE_PERMITS.getOrDefault(value.substring(0, 6), Kind.RESIDENT);
    }

    /** Where the number was first given; the code may be abolished since. None on a 9… card. */
    public Optional<RegionCode> region() {
        return kind() == Kind.FOREIGN_PERMANENT
                ? Optional.empty()
                : Optional.of(new RegionCode(value.substring(0, 6)));
    }

    public LocalDate birthDate() {
        return dateOf(value).orElseThrow();
    }

    /** An odd 17th place is male. */
    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Personal by nature: never prints its value. */
    @Override
    public String toString() {
        return "IdentityNumber[...]";
    }
}
