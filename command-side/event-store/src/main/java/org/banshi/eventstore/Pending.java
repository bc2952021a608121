package org.banshi.eventstore;

import java.util.concurrent.CompletableFuture;

/** A command's request in lane A, and where its caller waits for the answer. */
final class Pending {

    final AppendRequest request;

    /** Position of the request's last event. */
    final CompletableFuture<Long> position = new CompletableFuture<>();

    /** Whether it was sent a second time, after an outcome that could not be told. */
    boolean retried;

    Pending(AppendRequest request) {
        this.request = request;
    }

    void fail(RuntimeException why) {
        position.completeExceptionally(why);
    }
}
