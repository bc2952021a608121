package org.banshi.command.contract.points;

/** Who looks at an objection to a score, one after another (2018 rules, domain rules §4.2). */
public enum ObjectionStage {
    /** The window that took it in, 7 working days. */
    WINDOW,
    /** The district's newcomer office, 7 working days. */
    DISTRICT,
    /** The department whose data it is, 15 working days. */
    DEPARTMENT
}
