package org.banshi.query.contract.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check finds in one part of what it goes through.
 *
 * @param found in this part; perhaps nothing, though there are more parts
 * @param next where the following part begins; null on the last
 */
public record Suspicions(List<Suspicion> found, @Nullable String next) {

    public Suspicions {
        found = List.copyOf(found);
    }
}
