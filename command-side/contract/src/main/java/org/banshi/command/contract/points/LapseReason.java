package org.banshi.command.contract.points;

/** Why an account lapses (失效, rules §4.2). */
public enum LapseReason {
    /** Guangzhou household registration obtained. */
    SETTLED,
    /** The holder died. */
    DEATH,
    /** The function of the residence permit is suspended; the only one that can be mended. */
    PERMIT_SUSPENDED
}
