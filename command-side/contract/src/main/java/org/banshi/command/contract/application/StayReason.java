package org.banshi.command.contract.application;

/** Why a case stays with its version though its item's policy would move it. */
public enum StayReason {
    /** The new process lacks a part in which the case stands. */
    PLACE_GONE,
    /** It has come to the step, or past it. */
    PAST_THE_STEP,
    /** It stands in a sub-process or in several parts at once, or its clock stands still. */
    SIDE_PATH,
    /** A step that decides on acceptance lies between. */
    ACCEPTANCE_BETWEEN,
    /** It is decided, and what follows is promised already. */
    DECIDED,
    /** Another version is offered by now. */
    NOT_OFFERED,
    /** The engine could not move it. */
    NOT_MOVABLE
}
