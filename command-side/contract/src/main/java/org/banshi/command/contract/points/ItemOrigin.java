package org.banshi.command.contract.points;

/** How an item came into the account (rules §4.2, adjustment). */
public enum ItemOrigin {
    /** Claimed in an application, verified by the departments. */
    CLAIMED,
    /** Pushed by a department: credit, offences, endorsement of the permit. */
    PUSHED,
    /** Put right after an objection. */
    CORRECTED
}
