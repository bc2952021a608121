package org.banshi.command.contract.points;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/**
 * The one indicator on which the account itself rests: the residence permit. Where it is not
 * endorsed in time its function is suspended, and the account with it (居住证暂行条例 第十条, domain rules
 * §4.2).
 */
public final class PermitYears {

    /** Its key in every table. */
    public static final String INDICATOR = "permit-years";

    private static final String VALID_UNTIL = "validUntil";

    private PermitYears() {}

    /** Last day of the endorsement that the police told; null where they told none. */
    public static @Nullable LocalDate validUntil(@Nullable FormData facts) {
        Object day = facts == null ? null : facts.values().get(VALID_UNTIL);
        try {
            return day == null ? null : LocalDate.parse(day.toString());
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
