package org.banshi.command.contract.person;

import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.place.RegionCode;

/**
 * A motor vehicle's plate (GA 36-2018). Personal: never printed.
 *
 * @param kind what sort of plate
 * @param value province character, office letter, serial; upper case, without blanks
 */
public record PlateNumber(Kind kind, String value) {

    /** What sort of plate. */
    public enum Kind {
        ORDINARY,
        SMALL_NEW_ENERGY,
        LARGE_NEW_ENERGY,
        POLICE,
        TRAINING,
        TRAILER,
        CROSS_BORDER
    }

    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /** Offices of Guangdong; E, X and Y are all Foshan's. */
    private static final Map<Character, String> GUANGDONG =
            Map.ofEntries(
                    Map.entry('A', "440100"),
                    Map.entry('B', "440300"),
                    Map.entry('C', "440400"),
                    Map.entry('D', "440500"),
                    Map.entry('E', "440600"),
                    Map.entry('F', "440200"),
                    Map.entry('G', "440800"),
                    Map.entry('H', "441200"),
                    Map.entry('J', "440700"),
                    Map.entry('K', "440900"),
                    Map.entry('L', "441300"),
                    Map.entry('M', "441400"),
                    Map.entry('N', "441500"),
                    Map.entry('P', "441600"),
                    Map.entry('Q', "441700"),
                    Map.entry('R', "441800"),
                    Map.entry('S', "441900"),
                    Map.entry('T', "442000"),
                    Map.entry('U', "445100"),
                    Map.entry('V', "445200"),
                    Map.entry('W', "445300"),
                    Map.entry('X', "440600"),
                    Map.entry('Y', "440600"));

    private static final Map<Character, Kind> SUFFIXES =
            Map.of(
                    '警', Kind.POLICE,
                    '学', Kind.TRAINING,
                    '挂', Kind.TRAILER,
                    '港', Kind.CROSS_BORDER,
                    '澳', Kind.CROSS_BORDER);

    static final Fault PREFIX =
            Fault.of(
                    "prefix",
                    "车牌号应以省份简称和发牌机关字母开头，例如“粤A”。",
                    "A plate begins with the province's character and the office's letter, such as 粤A.");
    static final Fault LETTER =
            Fault.of(
                    "letter",
                    "车牌序号不使用字母I和O，请核对是否为数字1和0。",
                    "The serial has no letters I and O: check whether they are the digits 1 and 0.");
    static final Fault LENGTH =
            Fault.of(
                    "length",
                    "车牌序号应为5位，新能源车牌为6位。",
                    "The serial has 5 places, or 6 on a new-energy plate.");
    static final Fault SERIAL =
            Fault.of(
                    "serial",
                    "车牌序号由数字和字母组成，最多3个字母。",
                    "The serial has digits and at most 3 letters.");
    static final Fault NEW_ENERGY =
            Fault.of(
                    "new-energy",
                    "小型新能源车牌第1位为A至K的字母、后4位为数字；大型的前5位为数字、末位为D或F。",
                    "A small new-energy plate begins with a letter A to K and ends in 4 digits; a large"
                            + " one has 5 digits and then D or F.");
    static final Fault CROSS_BORDER =
            Fault.of(
                    "cross-border",
                    "港、澳两地车牌以“粤Z”开头，以“港”或“澳”结尾。",
                    "A cross-border plate begins with 粤Z and ends in 港 or 澳.");

    /** Reads a plate as typed, with or without the dot. */
    public static Parsed<PlateNumber> parse(String text) {
        String plate = Typed.clean(text);
        if (plate.length() < 2
                || PROVINCES.indexOf(plate.charAt(0)) < 0
                || !plate.substring(1, 2).matches("[A-Z]")) {
            return Parsed.faulty(PREFIX);
        }
        String serial = plate.substring(2);
        if (serial.matches(".*[IO].*")) {
            return Parsed.faulty(LETTER);
        }
        return switch (serial.length()) {
            case 5 -> parseShort(plate, serial);
            case 6 -> parseNewEnergy(plate, serial);
            default -> Parsed.faulty(LENGTH);
        };
    }

    private static Parsed<PlateNumber> parseShort(String plate, String serial) {
        Kind kind = SUFFIXES.getOrDefault(serial.charAt(4), Kind.ORDINARY);
        String figures = kind == Kind.ORDINARY ? serial : serial.substring(0, 4);
        if (!figures.matches("[A-Z0-9]+") || figures.replaceAll("[0-9]", "").length() > 3) {
            return Parsed.faulty(SERIAL);
        }
        if (plate.startsWith("粤Z") != (kind == Kind.CROSS_BORDER)) {
            return Parsed.faulty(CROSS_BORDER);
        }
        return Parsed.valid(new PlateNumber(kind, plate));
    }

    private static Parsed<PlateNumber> parseNewEnergy(String plate, String serial) {
        if (serial.matches("[A-HJK][A-Z0-9][0-9]{4}")) {
            return Parsed.valid(new PlateNumber(Kind.SMALL_NEW_ENERGY, plate));
        }
        return serial.matches("[0-9]{5}[DF]")
                ? Parsed.valid(new PlateNumber(Kind.LARGE_NEW_ENERGY, plate))
                : Parsed.faulty(NEW_ENERGY);
    }

    /** The city whose office gave it; known for Guangdong, except for cross-border plates. */
    public Optional<RegionCode> city() {
        return value.charAt(0) == '粤'
                ? Optional.ofNullable(GUANGDONG.get(value.charAt(1))).map(RegionCode::new)
                : Optional.empty();
    }

    /** Personal by nature: never prints its value. */
    @Override
    public String toString() {
        return "PlateNumber[" + kind + "]";
    }
}
