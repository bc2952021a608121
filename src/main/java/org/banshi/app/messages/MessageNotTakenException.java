package org.banshi.app.messages;

/** The messenger did not take a message, or did not say so: it is handed over again. */
final class MessageNotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageNotTakenException(String why) {
        super(why);
    }
}
