package org.banshi.eventstore;

import org.banshi.command.contract.person.IdentityNumber;

/** The keyed hash of an identity number: the same however it was typed. */
public final class NumberHash {

    private NumberHash() {}

    /**
     * For look-up by equality.
     *
     * @param purpose see {@link PersonalData#hash}
     * @param number as typed
     */
    public static String of(PersonalData personal, String purpose, String number) {
        return personal.hash(purpose, IdentityNumber.canonical(number));
    }
}
