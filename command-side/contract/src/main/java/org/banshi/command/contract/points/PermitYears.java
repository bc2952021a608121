package org.banshi.command.contract.points;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
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

    /** Name of the fact that tells the last day of the endorsement. */
    public static final String VALID_UNTIL = "validUntil";

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

    /** {@code facts}, with the last day that {@code known} tells where they tell none. */
    public static FormData keepingEnd(FormData facts, @Nullable FormData known) {
        LocalDate until = validUntil(facts) == null ? validUntil(known) : null;
        return until == null
                ? facts
                : facts.with(new FormData(Map.of(VALID_UNTIL, until.toString())));
    }
}
