package org.banshi.command.contract.person;

/**
 * A permit to travel to the mainland: 港澳居民来往内地通行证 or 台湾居民来往大陆通行证. Personal: never printed.
 *
 * @param kind which permit
 * @param value upper case, without blanks
 */
public record TravelPermit(Kind kind, String value) {

    /** Which permit. */
    public enum Kind {
        HONG_KONG_RESIDENT,
        MACAO_RESIDENT,
        TAIWAN_RESIDENT
    }

    static final Fault SHAPE =
            Fault.of(
                    "shape",
                    "港澳居民来往内地通行证号码为H或M加8位数字，台湾居民来往大陆通行证号码为8位数字。",
                    "The permit of a Hong Kong or Macao resident is H or M and 8 digits, a Taiwan"
                            + " resident's has 8 digits.");

    /** Reads a number as typed. */
    public static Parsed<TravelPermit> parse(String text) {
        String number = Typed.clean(text);
        if (!number.matches("[HM]?[0-9]{8}")) {
            return Parsed.faulty(SHAPE);
        }
        Kind kind =
                switch (number.charAt(0)) {
                    case 'H' -> Kind.HONG_KONG_RESIDENT;
                    case 'M' -> Kind.MACAO_RESIDENT;
                    default -> Kind.TAIWAN_RESIDENT;
                };
        return Parsed.valid(new TravelPermit(kind, number));
    }

    /** Personal by nature: never prints its value. */
    @Override
    public String toString() {
        return "TravelPermit[" + kind + "]";
    }
}
