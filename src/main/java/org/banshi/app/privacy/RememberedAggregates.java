package org.banshi.app.privacy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.banshi.app.follow.Follower;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.eventstore.AggregateCache;
import org.banshi.eventstore.Recorded;

/**
 * What this node remembers of aggregates. When a person is erased all of it goes: the rest comes
 * back from the log.
 */
public final class RememberedAggregates implements Follower {

    private final Map<Class<?>, AggregateCache> caches = new ConcurrentHashMap<>();
    private final int most;

    /**
     * @param most aggregates kept of each type
     */
    public RememberedAggregates(int most) {
        this.most = most;
    }

    /** Of one type. */
    public AggregateCache of(Class<?> type) {
        return caches.computeIfAbsent(type, it -> new AggregateCache(most));
    }

    @Override
    public void take(Recorded event) {
        if (event.event() instanceof PrivacyEvent.Erased) {
            caches.values().forEach(AggregateCache::removeAll);
        }
    }
}
