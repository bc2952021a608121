package org.banshi.query.projection.audit;

import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;

/** Under what somebody stands whom a form lists as a member of the household. */
public final class HouseholdMembers {

    private static final String PURPOSE = "household-member";

    private HouseholdMembers() {}

    /**
     * A keyed hash.
     *
     * @param number as typed
     */
    public static String hash(PersonalData personal, String number) {
        return NumberHash.of(personal, PURPOSE, number);
    }
}
