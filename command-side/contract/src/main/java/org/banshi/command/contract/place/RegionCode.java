package org.banshi.command.contract.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A region by GB/T 2260: six digits, two each for province, city and county; a town has nine digits
 * by GB/T 10114.
 *
 * @param value six or nine digits
 */
public record RegionCode(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{6}(\\d{3})?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a region code of 6 or 9 digits");
        }
    }

    /** The province's code, such as 440000. */
    public RegionCode province() {
        return new RegionCode(value.substring(0, 2) + "0000");
    }

    /** The city's code, such as 440100. */
    public RegionCode city() {
        return new RegionCode(value.substring(0, 4) + "00");
    }

    /** The county's or district's code, such as 440106. */
    public RegionCode county() {
        return new RegionCode(value.substring(0, 6));
    }

    /** Whether {@code other} is this region or lies in it. */
    public boolean covers(RegionCode other) {
        return other.value.startsWith(prefix());
    }

    /** What the codes of this region and of all that lie in it begin with. */
    public String prefix() {
        return value.length() == 9 ? value : value.replaceFirst("(00){1,2}$", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
