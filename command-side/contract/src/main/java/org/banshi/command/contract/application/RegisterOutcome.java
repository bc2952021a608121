package org.banshi.command.contract.application;

/**
 * How a register's question ended. {@code UNKNOWN_PERSON}: the register holds nothing on the
 * person.
 */
public enum RegisterOutcome {
    ANSWERED,
    UNKNOWN_PERSON,
    NO_ANSWER
}
