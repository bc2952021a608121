package org.banshi.query.contract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list, in its order.
 *
 * @param rows at most as many as asked for
 * @param next cursor of the following page, or null on the last
 * @param count rows of the whole list, exact up to {@link #COUNT_LIMIT}, which stands for "more"
 */
public record Page<T>(List<T> rows, @Nullable String next, int count) {

    /** Counting stops here: 1001 reads "1000+". */
    public static final int COUNT_LIMIT = 1_001;
}
