package org.banshi.command.contract.settlement;

import java.time.LocalDate;
import org.banshi.command.contract.place.RegionCode;

/**
 * How many who applied for a round in its window still wait for a decision. Who is ranked must be
 * settled before the list is closed: an entry that comes later is in no list.
 */
@FunctionalInterface
public interface ApplicationsInHand {

    /** Where nobody applies, such as in a benchmark that enters its candidates itself. */
    ApplicationsInHand NONE = (region, from, until) -> 0;

    /**
     * Counts open applications.
     *
     * @param region the round's
     * @param from first day of the window
     * @param until last day of the window
     */
    int count(RegionCode region, LocalDate from, LocalDate until);
}
