package org.banshi.eventstore.codec;

/**
 * A stored event can't be understood: its type is unknown here, its revision is newer than this
 * program's, or its JSON or ciphertext does not fit. A reader that meets it must stop; skipping it
 * would lose it silently.
 */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    public UnreadableEventException(String name, String what) {
        super("event " + name + ": " + what);
        this.name = name;
    }

    /** Stored name of the event, or its number where even the name is unknown. */
    public String name() {
        return name;
    }
}
