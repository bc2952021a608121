package org.banshi.command.contract.points;

import java.math.BigDecimal;
import java.util.List;

/**
 * A score by one table on one day. Total = base + plus − minus, not below 0 (rules §4.2).
 *
 * @param lines what was claimed, in the table's order
 * @param base 基础指标
 * @param plus 加分指标
 * @param minus 减分指标, as a number of points taken off, 0 or more
 * @param total of everything
 * @param settlement total by the subset that counts for household registration (入户)
 * @param barred a criminal penalty within the table's years bars household registration and housing
 * @param provisional some figure behind it is to be confirmed
 */
public record Score(
        List<ScoreLine> lines,
        BigDecimal base,
        BigDecimal plus,
        BigDecimal minus,
        BigDecimal total,
        BigDecimal settlement,
        boolean barred,
        boolean provisional) {

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "Score[...]";
    }
}
