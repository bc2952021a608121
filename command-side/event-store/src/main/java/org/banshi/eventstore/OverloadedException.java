package org.banshi.eventstore;

/** More commands wait to be appended than the queue may hold. Nothing was appended; try later. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OverloadedException() {
        super("the event store's queue is full", null, false, false);
    }
}
