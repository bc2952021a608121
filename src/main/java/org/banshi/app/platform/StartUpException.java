package org.banshi.app.platform;

/** Banshi cannot start, for a reason that a person can mend. The message is one clear line. */
public final class StartUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartUpException(String line) {
        super(line);
    }

    public StartUpException(String line, Throwable cause) {
        super(line, cause);
    }
}
