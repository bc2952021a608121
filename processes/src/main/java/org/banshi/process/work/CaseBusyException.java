package org.banshi.process.work;

/** Somebody works on the case for longer than one may wait. Nothing was changed; try later. */
public final class CaseBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseBusyException(Throwable cause) {
        super("the case is locked", cause);
    }
}
