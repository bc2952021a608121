package org.banshi.eventstore;

import java.util.function.BooleanSupplier;
import org.banshi.eventstore.fetch.Ahead;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a shadow of a projection from the log while the live one serves, then swaps. It runs on the
 * calling thread; its own token survives a stop, so that {@link #replay} goes on where it ended.
 *
 * <pre>{@code
 * Rebuild rebuild = subscriptions.rebuild(shadow);      // shadow.name() = "progress-rebuild"
 * rebuild.replay(() -> cancelled);                      // batches, each with its token, up to the head
 * rebuild.swap("progress", () -> renameTables());       // catches up under the live token's lock
 * }</pre>
 *
 * <p>An event that the shadow can't take, or can't be read, ends the rebuild with its exception;
 * nothing is parked.
 */
public final class Rebuild {

    private static final int PAGES_AHEAD = 2;

    private final Subscription shadow;
    private final EventLog log;
    private final Tokens tokens;
    private final TransactionTemplate transaction;

    Rebuild(Subscription shadow, EventLog log, Tokens tokens, TransactionTemplate transaction) {
        this.shadow = shadow;
        this.log = log;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    /** Whether an earlier run has left something to go on from. */
    public boolean begun() {
        return tokens.position(shadow.name()).isPresent();
    }

    /** How far the shadow has come. */
    public long position() {
        return tokens.position(shadow.name()).orElse(0);
    }

    /** Starts from scratch: {@code emptying} removes what the shadow wrote in an earlier run. */
    public void reset(Runnable emptying) {
        tokens.create(shadow.name());
        transaction.executeWithoutResult(
                status -> {
                    tokens.lock(shadow.name());
                    emptying.run();
                    tokens.reset(shadow.name(), 0);
                });
    }

    /**
     * Takes everything up to the head at the time of the call.
     *
     * @param cancelled asked between batches
     * @return the position reached
     */
    public long replay(BooleanSupplier cancelled) {
        return replay(log.head(), cancelled);
    }

    /** Takes everything up to {@code until}, so that the shadow can be compared at a position. */
    public long replay(long until, BooleanSupplier cancelled) {
        tokens.create(shadow.name());
        long position = position();
        if (until - position <= shadow.batchSize()) {
            return position >= until || cancelled.getAsBoolean()
                    ? position
                    : take(position, page(position, until));
        }
        try (Ahead<LogPage, RuntimeException> pages =
                new Ahead<>(
                        "prefetch-" + shadow.name(),
                        PAGES_AHEAD,
                        new LogPages(log, shadow, position, until))) {
            for (LogPage page = pages.next();
                    page != null && !cancelled.getAsBoolean();
                    page = pages.next()) {
                position = take(position, page);
            }
        }
        return position;
    }

    /**
     * How far the live subscription has come, as the current transaction sees it: the position of
     * the rows that the same transaction sees.
     */
    public long position(String live) {
        return tokens.position(live).orElse(0);
    }

    /** Gives the shadow up: {@code dropping} removes what it wrote, and its token goes. */
    public void discard(Runnable dropping) {
        transaction.executeWithoutResult(
                status -> {
                    dropping.run();
                    tokens.remove(shadow.name());
                });
    }

    /**
     * Brings the shadow to where the live subscription is, or beyond, and runs {@code swap}
     * (renaming tables, say), all in one transaction during which the live one waits. Afterwards
     * the live subscription goes on from where the shadow is; what it had parked is forgotten,
     * since the shadow took it.
     */
    public void swap(String live, Runnable swap) {
        transaction.executeWithoutResult(
                status -> {
                    long target = tokens.lock(live);
                    long position = tokens.lock(shadow.name());
                    while (position < target) {
                        LogPage page = page(position, target);
                        handle(position, page);
                        position = page.reached();
                    }
                    swap.run();
                    tokens.take(shadow.name(), live);
                });
    }

    private long take(long position, LogPage page) {
        transaction.executeWithoutResult(status -> handle(position, page));
        return page.reached();
    }

    private LogPage page(long position, long until) {
        return log.page(position, until, shadow.batchSize(), shadow.interest());
    }

    private void handle(long position, LogPage page) {
        if (tokens.advance(shadow.name(), position, page.reached(), shadow.redoable()) < 0) {
            throw new IllegalStateException("two rebuilds of " + shadow.name() + " at once");
        }
        if (!page.events().isEmpty()) {
            shadow.handle(page.events());
        }
    }
}
