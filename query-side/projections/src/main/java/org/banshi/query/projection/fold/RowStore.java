package org.banshi.query.projection.fold;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where rows are kept between folds; used within the transaction of their token. */
public interface RowStore {

    /** Reads the rows with these keys, where there are such, in one statement. */
    <R> void read(RowType<R> type, Collection<String> keys, Consumer<R> found);

    /**
     * Writes rows whose keys differ.
     *
     * @param replaced keys of those that are there already, as far as is known
     */
    void write(RowType<?> type, List<@Nullable Object[]> rows, Collection<String> replaced);

    /**
     * How many rows a fold may keep in hand after they were written, because nobody else writes
     * them; 0 where somebody may.
     */
    int keeps();
}
