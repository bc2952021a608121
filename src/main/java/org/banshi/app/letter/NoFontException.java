package org.banshi.app.letter;

/** No font with Chinese letters was found on this machine, so nothing can be printed. */
public final class NoFontException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoFontException(String message) {
        super(message);
    }
}
