package org.banshi.app.material;

/** Somebody else's page is being made a picture of for long. Try later. */
public final class PicturesBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PicturesBusyException() {
        super("others look at papers", null, false, false);
    }
}
