package org.banshi.command.contract.workitem;

/** Why a task is brought before the supervisors of a wider region (督办升级). */
public enum EscalationReason {
    /** Its last day is over, or will be before it can be done. */
    OVERDUE,

    /** Nothing moves: nobody takes it, or what it waits for does not come. */
    STUCK,

    /** It needs a decision or means that the own level does not have. */
    BEYOND_US,

    /** Its last day has been over for long: brought up by rule, by nobody. */
    LONG_OVERDUE;

    /** Whether a supervisor can give it as the reason. */
    public boolean byHand() {
        return this != LONG_OVERDUE;
    }
}
