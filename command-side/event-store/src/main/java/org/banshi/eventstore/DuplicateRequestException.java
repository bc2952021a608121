package org.banshi.eventstore;

/**
 * The idempotency key was used before. Nothing was appended now.
 *
 * <p>A command message carries the key in its metadata under {@link #KEY} and a hash of the request
 * under {@link #HASH}.
 */
public final class DuplicateRequestException extends RuntimeException {

    /** Metadata key of the idempotency key, already scoped to its account. */
    public static final String KEY = "idempotency-key";

    /** Metadata key of the request's hash. */
    public static final String HASH = "request-hash";

    private static final long serialVersionUID = 1L;

    private final boolean sameRequest;
    private final String stream;
    private final long position;

    public DuplicateRequestException(boolean sameRequest, String stream, long position) {
        super("idempotency key was used before", null, false, false);
        this.sameRequest = sameRequest;
        this.stream = stream;
        this.position = position;
    }

    /**
     * Whether it is the same request again: then the first answer holds. Otherwise the key was
     * reused by mistake.
     */
    public boolean sameRequest() {
        return sameRequest;
    }

    /** Stream that the first request wrote to. */
    public String stream() {
        return stream;
    }

    /** Position of the last event of the first request. */
    public long position() {
        return position;
    }
}
