package org.banshi.command.contract.person;

import org.banshi.command.contract.claim.Claim;

/**
 * Of whom an office decided that they died, across the whole log: nothing begins for them any more.
 * What a register says and nobody decided on is none of it (design §8).
 */
@FunctionalInterface
public interface RecordedDeaths {

    /**
     * Kind of the claim by which a stream says of somebody that they died. Its key is {@code
     * person/stream}: several may say so.
     */
    String CLAIM = "recorded-death";

    /** Where everybody lives. */
    RecordedDeaths NONE = identityNumber -> false;

    /**
     * Whether somebody is recorded to have died.
     *
     * @param identityNumber as typed
     */
    boolean includes(String identityNumber);

    /** What {@code stream} holds while it says that the person died. */
    static Claim claim(PersonId person, String stream) {
        return new Claim(CLAIM, keysOf(person) + stream);
    }

    /** How the keys of all claims on a person's death begin. */
    static String keysOf(PersonId person) {
        return person + "/";
    }
}
