package org.banshi.app.chaos;

/** Something does not hold. */
final class ViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ViolationException(String what) {
        super(what, null, false, false);
    }
}
