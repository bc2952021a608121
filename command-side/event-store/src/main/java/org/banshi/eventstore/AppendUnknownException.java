package org.banshi.eventstore;

/**
 * The database was lost while it committed, and did not come back in time to be asked. Whether the
 * events were appended is unknown; sending the command again with the same idempotency key is safe.
 */
public final class AppendUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AppendUnknownException() {
        super("the database was lost during the commit; whether it took place is unknown");
    }
}
