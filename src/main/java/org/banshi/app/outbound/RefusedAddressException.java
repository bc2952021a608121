package org.banshi.app.outbound;

import java.io.IOException;

/** A machine that must not be asked, or one that answers as none may. */
public final class RefusedAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String why) {
        super(why);
    }
}
