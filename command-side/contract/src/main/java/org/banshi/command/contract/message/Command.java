package org.banshi.command.contract.message;

/**
 * Something asked for. Identifiers, time and randomness arrive in it; a handler never makes its
 * own.
 */
public interface Command {

    /** When it was asked, in business time, and by whom. */
    Stamp stamp();
}
