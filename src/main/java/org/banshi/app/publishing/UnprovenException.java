package org.banshi.app.publishing;

/** The golden scenarios of a package did not come true. The message says which, and how. */
public final class UnprovenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnprovenException(String message) {
        super(message);
    }
}
