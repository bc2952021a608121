package org.banshi.command.contract.arbitration;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the panel rules on one claim.
 *
 * @param claim key of the claim, such as {@code c1}
 * @param amount awarded, in yuan; null where the claim is about no sum; zero where it is dismissed
 */
public record AwardedItem(String claim, @Nullable BigDecimal amount) {}
