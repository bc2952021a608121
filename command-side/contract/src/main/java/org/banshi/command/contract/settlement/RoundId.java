package org.banshi.command.contract.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.banshi.command.contract.place.RegionCode;

/**
 * Stands for one year's round of one city; the name of its event stream. A city has one round a
 * year, so that the id follows from both.
 *
 * @param value such as {@code settlement-round-440100-2024}
 */
public record RoundId(@JsonValue String value) {

    private static final String PREFIX = "settlement-round-";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "\\d{6}-\\d{4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a round id");
        }
    }

    /** The round of the city in which {@code region} lies. */
    public static RoundId of(RegionCode region, int year) {
        return new RoundId(PREFIX + region.city() + "-" + year);
    }

    /** Length of {@link #cityAndYear()}. */
    static final int CITY_AND_YEAR = "440100-2024".length();

    static RoundId ofCityAndYear(String cityAndYear) {
        return new RoundId(PREFIX + cityAndYear);
    }

    /** City and year, such as {@code 440100-2024}. */
    String cityAndYear() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
