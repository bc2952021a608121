package org.banshi.eventstore.crypto;

/** Nothing can be encrypted for a person whose key was destroyed. */
public final class ErasedPersonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ErasedPersonException() {
        super("the person's key was destroyed", null, false, false);
    }
}
