package org.banshi.query.projection.access;

import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.projection.sql.Condition;

/**
 * The offices that a case has waited for, as the text of its column {@code offices}: {@code "
 * town:440106001 county:440106"}.
 */
public final class Offices {

    public static final String NONE = "";

    private Offices() {}

    /** {@code offices} and one more. */
    public static String with(String offices, String body, RegionCode region) {
        String office = " " + body + ":" + region.value();
        return (offices + " ").contains(office + " ") ? offices : offices + office;
    }

    static Condition include(String body, RegionCode region) {
        return Condition.of("strpos(offices, ?) > 0", " " + body + ":" + region.prefix());
    }
}
