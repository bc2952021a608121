package org.banshi.app.demo;

/** Something went otherwise than the story says. */
public final class SurpriseException extends Exception {

    private static final long serialVersionUID = 1L;

    SurpriseException(String message) {
        super(message);
    }
}
