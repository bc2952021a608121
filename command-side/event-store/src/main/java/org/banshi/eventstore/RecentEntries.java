package org.banshi.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was used the longest ago.
 *
 * <p>Streams are busy when they are young and idle later. A cache that goes by how often an entry
 * was asked for (Caffeine's TinyLFU) keeps the old and turns the newcomers away: once such a cache
 * was full, each new case was read from the log again, and commands cost twice the time.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class RecentEntries<K, V> {

    private final Map<K, V> entries;

    /**
     * @param most entries kept
     */
    public RecentEntries(int most) {
        entries =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    /** The entry, which counts as used. */
    public synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    /** Keeps it as the one used last. */
    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    synchronized boolean putIfAbsent(K key, V value) {
        return entries.putIfAbsent(key, value) == null;
    }

    synchronized boolean contains(K key) {
        return entries.containsKey(key);
    }

    synchronized boolean remove(K key) {
        return entries.remove(key) != null;
    }

    synchronized void clear() {
        entries.clear();
    }
}
