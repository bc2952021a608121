package org.banshi.command.contract.points;

/** What led to a new score. */
public enum ScoreCause {
    APPLICATION,
    TIME,
    PUSH,
    OBJECTION,
    REACTIVATION,
    WITHDRAWAL
}
