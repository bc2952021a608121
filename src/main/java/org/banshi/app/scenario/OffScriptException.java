package org.banshi.app.scenario;

/** A scenario went otherwise than written. The message is for the publisher. */
final class OffScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OffScriptException(String message) {
        super(message);
    }
}
