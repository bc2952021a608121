package org.banshi.web.page;

import java.io.IOException;

/** A request turned out to be too large while it was read. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("a request is too large");
    }
}
