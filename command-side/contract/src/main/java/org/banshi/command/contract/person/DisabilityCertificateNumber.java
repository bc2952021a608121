package org.banshi.command.contract.person;

/**
 * 残疾人证号: identity number, category, level, and {@code B} with a digit for each replacement.
 * Personal: never printed.
 *
 * @param identity whose certificate
 * @param category kind of disability
 * @param level 1 (most severe) to 4
 * @param replacement how often the certificate was replaced, 0 to 9
 */
public record DisabilityCertificateNumber(
        IdentityNumber identity, Category category, int level, int replacement) {

    /** The kinds of disability, in the order of their digits 1 to 7. */
    public enum Category {
        VISION,
        HEARING,
        SPEECH,
        PHYSICAL,
        INTELLECTUAL,
        MENTAL,
        MULTIPLE
    }

    /** A certificate can be replaced so often that one digit counts it. */
    public static final int MOST_REPLACEMENTS = 9;

    static final Fault SHAPE =
            Fault.of(
                    "shape",
                    "残疾人证号为18位身份号码加1位类别（1-7）和1位等级（1-4），补发的再加B和1位数字。",
                    "A certificate number is the identity number, a category 1-7, a level 1-4 and, when"
                            + " replaced, B and a digit.");

    /**
     * @throws IllegalArgumentException when level or replacement is none
     */
    public DisabilityCertificateNumber {
        if (level < 1 || level > 4 || replacement < 0 || replacement > MOST_REPLACEMENTS) {
            throw new IllegalArgumentException("not a disability certificate number");
        }
    }

    /** The number of a certificate that is issued for the first time. */
    public static DisabilityCertificateNumber first(
            IdentityNumber identity, Category category, int level) {
        return new DisabilityCertificateNumber(identity, category, level, 0);
    }

    /**
     * The number that takes this one's place after a loss.
     *
     * @throws IllegalArgumentException after {@link #MOST_REPLACEMENTS}
     */
    public DisabilityCertificateNumber replaced() {
        return new DisabilityCertificateNumber(identity, category, level, replacement + 1);
    }

    /**
     * The number after a new assessment. How often it was replaced stays in it, so that no number
     * that was declared void is ever given again.
     */
    public DisabilityCertificateNumber assessed(Category newCategory, int newLevel) {
        return new DisabilityCertificateNumber(identity, newCategory, newLevel, replacement);
    }

    /** Reads a number as typed; a fault of the identity number in it is told as such. */
    public static Parsed<DisabilityCertificateNumber> parse(String text) {
        String number = Typed.clean(text);
        if (!number.matches(".{18}[1-7][1-4](B[0-9])?")) {
            return Parsed.faulty(SHAPE);
        }
        Parsed<IdentityNumber> identity = IdentityNumber.parse(number.substring(0, 18));
        if (identity.value().isEmpty()) {
            return Parsed.faulty(identity.fault().orElseThrow());
        }
        return Parsed.valid(
                new DisabilityCertificateNumber(
                        identity.value().orElseThrow(),
                        Category.values()[number.charAt(18) - '1'],
                        number.charAt(19) - '0',
                        number.length() == 22 ? number.charAt(21) - '0' : 0));
    }

    /** The number as printed on the certificate. */
    public String value() {
        String base = identity.value() + (category.ordinal() + 1) + level;
        return replacement == 0 ? base : base + "B" + replacement;
    }

    /** Personal by nature: never prints its value. */
    @Override
    public String toString() {
        return "DisabilityCertificateNumber[...]";
    }
}
