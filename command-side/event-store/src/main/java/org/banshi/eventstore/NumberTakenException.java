package org.banshi.eventstore;

/** Another stream has the number that was meant for a new one. Nothing was appended. */
final class NumberTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
