package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Yuan with two decimals, rounded half up a line. */
final class Amounts {

    private Amounts() {}

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static @Nullable BigDecimal optionalCents(@Nullable BigDecimal amount) {
        return amount == null ? null : cents(amount);
    }

    /** Whether it is there and below zero. */
    static boolean isNoAmount(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }
}
