package org.banshi.eventstore;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Aggregates of one type as this node last decided on them, so that the next command need not read
 * their stream. Another node may have moved on since: the append's version check finds that out for
 * a decision that led to events, and {@link FreshDecisions} for a refusal and for one that led to
 * none.
 *
 * <p>Inside a database transaction (lane B) nothing is taken from here and nothing is kept: whether
 * its events stand is known only after its commit.
 */
public final class AggregateCache implements Cache {

    private static final ThreadLocal<Boolean> USED = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<Boolean> PASSED_BY = ThreadLocal.withInitial(() -> false);

    private final RecentEntries<Object, Object> entries;

    /**
     * @param most aggregates kept; beyond that go those used the longest ago
     */
    public AggregateCache(int most) {
        entries = new RecentEntries<>(most);
    }

    /** Whether the calling thread was given an entry since the last call. */
    static boolean wasUsed() {
        boolean used = USED.get();
        USED.set(false);
        return used;
    }

    /** Does {@code work} with aggregates from the log; they take the place of older entries. */
    static void passBy(Runnable work) {
        PASSED_BY.set(true);
        try {
            work.run();
        } finally {
            PASSED_BY.set(false);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <K, V> @Nullable V get(K key) {
        if (PASSED_BY.get() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return null;
        }
        V entry = (V) entries.get(key);
        if (entry != null) {
            USED.set(true);
        }
        return entry;
    }

    @Override
    public void put(Object key, Object value) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key);
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.contains(key);
    }

    /** Nobody listens: an entry goes when it must, and comes back from the log. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("entries come and go unheard");
    }
}
