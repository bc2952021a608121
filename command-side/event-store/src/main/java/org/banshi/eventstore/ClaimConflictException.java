package org.banshi.eventstore;

/** Another stream holds a claim that the command needs. Nothing was appended. */
public final class ClaimConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String holder;

    public ClaimConflictException(String kind, String holder) {
        super("claim of kind " + kind + " is held by another stream", null, false, false);
        this.kind = kind;
        this.holder = holder;
    }

    public String kind() {
        return kind;
    }

    /** The stream that holds the claim. */
    public String holder() {
        return holder;
    }
}
