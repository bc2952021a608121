package org.banshi.command.contract.points;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one indicator gives.
 *
 * @param indicator its key in the table
 * @param points after its own cap; null where the figure is still to be confirmed
 */
public record ScoreLine(String indicator, @Nullable BigDecimal points) {}
