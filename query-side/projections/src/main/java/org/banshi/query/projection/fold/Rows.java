package org.banshi.query.projection.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that a fold has in hand. Where nobody else writes the table, rows stay in
 * hand after they were written, those used last: a case's next event often comes soon.
 */
public final class Rows<R> {

    private final RowType<R> type;
    private final Function<R, String> key;
    private final RowStore store;
    private final Map<String, R> inHand = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<String> stored = new HashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();

    /**
     * @param key gives a row's value of {@link RowType#key}
     */
    public Rows(RowType<R> type, Function<R, String> key, RowStore store) {
        this.type = type;
        this.key = key;
        this.store = store;
    }

    /**
     * Reads those that are not in hand. To be called once a batch, for all of its keys.
     *
     * @param beginning keys whose first event is in the batch: where nobody else writes the table
     *     they can't be there, and are not looked for
     */
    public void fetch(Collection<String> keys, Set<String> beginning) {
        boolean alone = store.keeps() > 0;
        List<String> missing = new ArrayList<>();
        for (String one : keys) {
            if (!inHand.containsKey(one) && !(alone && beginning.contains(one))) {
                missing.add(one);
            }
        }
        if (!missing.isEmpty()) {
            store.read(
                    type,
                    type.key(),
                    missing,
                    row -> {
                        inHand.put(key.apply(row), row);
                        stored.add(key.apply(row));
                    });
        }
    }

    /**
     * All rows that have one of these values in another column than their key: for what seldom
     * happens.
     *
     * @param of gives a row's value of the column
     */
    public List<R> having(String column, Collection<String> values, Function<R, String> of) {
        if (values.isEmpty()) {
            return List.of();
        }
        store.read(
                type,
                column,
                values,
                row -> {
                    stored.add(key.apply(row));
                    inHand.putIfAbsent(key.apply(row), row);
                });
        return inHand.values().stream().filter(row -> values.contains(of.apply(row))).toList();
    }

    /** A row that was fetched or put; null where there is none. */
    public @Nullable R get(String one) {
        return inHand.get(one);
    }

    /** A new row, or one that has changed. */
    public void put(R row) {
        inHand.put(key.apply(row), row);
        changed.add(key.apply(row));
    }

    /** Writes what changed. */
    public void write() {
        List<String> replaced = new ArrayList<>();
        for (String one : changed) {
            if (!stored.add(one)) {
                replaced.add(one);
            }
        }
        if (!changed.isEmpty()) {
            Stream<@Nullable Object[]> rows =
                    changed.stream()
                            .map(it -> type.writer().write(Objects.requireNonNull(inHand.get(it))));
            store.write(type, rows::iterator, replaced);
        }
        changed.clear();
        forget();
    }

    private void forget() {
        Iterator<String> oldest = inHand.keySet().iterator();
        for (int excess = inHand.size() - store.keeps(); excess > 0; excess--) {
            stored.remove(oldest.next());
            oldest.remove();
        }
    }
}
