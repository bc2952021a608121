package org.banshi.query.projection.fold;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where rows are kept between folds; used within the transaction of their token. */
public interface RowStore {

    /**
     * Reads the rows that have one of these values in a column, where there are such, in one
     * statement.
     *
     * @param column as a rule the type's key
     */
    <R> void read(RowType<R> type, String column, Collection<String> values, Consumer<R> found);

    /**
     * Writes rows whose keys differ.
     *
     * @param rows asked for once; may be made while those before are on their way
     * @param replaced keys of those that are there already, as far as is known
     */
    void write(RowType<?> type, Iterable<@Nullable Object[]> rows, Collection<String> replaced);

    /**
     * How many rows a fold may keep in hand after they were written, because nobody else writes
     * them; 0 where somebody may.
     */
    int keeps();
}
