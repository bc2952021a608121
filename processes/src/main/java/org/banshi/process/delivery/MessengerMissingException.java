package org.banshi.process.delivery;

/** Nothing is connected that sends messages: what was to be told has not left the house. */
public final class MessengerMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MessengerMissingException() {
        super("no messenger is configured");
    }
}
