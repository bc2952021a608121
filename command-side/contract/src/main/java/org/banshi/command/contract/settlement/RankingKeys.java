package org.banshi.command.contract.settlement;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * By what a round ranks, in this order, high to low (domain rules §4.4). In clear: who is placed
 * before whom must stay provable after one of them had their data erased. The ids beside it are
 * opaque.
 *
 * @param base base points of the account
 * @param medicalMonths months of social medical insurance in the city
 * @param permitMonths months of continuous residence permit
 */
public record RankingKeys(BigDecimal base, int medicalMonths, int permitMonths)
        implements Comparable<RankingKeys> {

    private static final Comparator<RankingKeys> BEST_FIRST =
            Comparator.comparing(RankingKeys::base)
                    .thenComparingInt(RankingKeys::medicalMonths)
                    .thenComparingInt(RankingKeys::permitMonths)
                    .reversed();

    /** Without trailing zeros, so that equal points are equal. */
    public RankingKeys {
        base = base.signum() == 0 ? BigDecimal.ZERO : base.stripTrailingZeros();
        base = base.scale() < 0 ? base.setScale(0) : base;
    }

    /** Who is placed first comes first; 0 for the same rank and the same right. */
    @Override
    public int compareTo(RankingKeys other) {
        return BEST_FIRST.compare(this, other);
    }
}
