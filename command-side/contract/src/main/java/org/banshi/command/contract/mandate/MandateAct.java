package org.banshi.command.contract.mandate;

/** What an agent may do in a case; every agent may follow it. */
public enum MandateAct {
    /** Apply, and hand in what is asked for. */
    FILE,
    /** Answer what the office tells: assessments, records, settlements; object, collect, rate. */
    ANSWER,
    /** Take an application back. */
    WITHDRAW
}
