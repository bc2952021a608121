package org.banshi.command.contract.arbitration;

/** The half of a day in which a hearing takes place: what a room or person can be booked for. */
public enum HalfDay {
    MORNING,
    AFTERNOON
}
