package org.banshi.command.contract.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a benefit pays month by month, as its events say: an amount from a month on, zero after its
 * last month, and what is paid once beside it. Immutable.
 */
public final class PaymentPlan {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** Before it was granted: it pays nothing. */
    public static final PaymentPlan EMPTY =
            new PaymentPlan(Collections.emptyNavigableMap(), Collections.emptyNavigableMap(), null);

    private final NavigableMap<YearMonth, BigDecimal> rates;
    private final NavigableMap<YearMonth, BigDecimal> once;
    private final @Nullable YearMonth last;

    private PaymentPlan(
            NavigableMap<YearMonth, BigDecimal> rates,
            NavigableMap<YearMonth, BigDecimal> once,
            @Nullable YearMonth last) {
        this.rates = rates;
        this.once = once;
        this.last = last;
    }

    /** A plan as {@link #rates}, {@link #once} and {@link #lastMonth} tell it. */
    public static PaymentPlan of(
            Map<YearMonth, BigDecimal> rates,
            Map<YearMonth, BigDecimal> once,
            @Nullable YearMonth last) {
        return new PaymentPlan(new TreeMap<>(rates), new TreeMap<>(once), last);
    }

    /** The amounts, each with the first month at it. */
    public Map<YearMonth, BigDecimal> rates() {
        return Collections.unmodifiableMap(rates);
    }

    /** What is paid once, by month. */
    public Map<YearMonth, BigDecimal> once() {
        return Collections.unmodifiableMap(once);
    }

    /**
     * The plan after {@code event}. Amounts that were erased with the person's key count as zero.
     */
    public PaymentPlan after(BenefitEvent event) {
        if (event instanceof BenefitEvent.Granted it) {
            return from(it.firstMonth(), it.monthlyAmount())
                    .once(it.firstMonth(), it.arrears())
                    .endingWith(it.lastMonth());
        } else if (event instanceof BenefitEvent.ConfirmedAnew it) {
            return endless(it.from())
                    .from(it.from(), it.monthlyAmount())
                    .once(it.from(), it.arrears());
        } else if (event instanceof BenefitEvent.Rerated it) {
            return from(it.from(), it.monthlyAmount()).once(it.from(), it.arrears());
        } else if (event instanceof BenefitEvent.Increased it) {
            return from(it.from(), it.monthlyAmount());
        } else if (event instanceof BenefitEvent.Decreased it) {
            return from(it.from(), it.monthlyAmount());
        } else if (event instanceof BenefitEvent.ShareStopped it) {
            return from(it.from(), it.monthlyAmount());
        } else if (event instanceof BenefitEvent.Stopped it) {
            return from(it.lastMonth().plusMonths(1), NOTHING);
        } else if (event instanceof BenefitEvent.PhaseOutBegan it) {
            return endingWith(it.lastMonth());
        } else if (event instanceof BenefitEvent.Resumed it) {
            BigDecimal amount = it.monthlyAmount();
            return from(it.from(), amount == null ? lastPaid() : amount)
                    .once(it.from(), it.arrears());
        } else if (event instanceof BenefitEvent.MadeGood it) {
            return once(it.month(), it.arrears());
        }
        return this;
    }

    /** What is due to the person for {@code month}, in yuan with two decimals; never negative. */
    public BigDecimal payable(YearMonth month) {
        return rate(month).add(once.getOrDefault(month, NOTHING));
    }

    /** The amount a month that holds in {@code month}, without what is paid once. */
    public BigDecimal rate(YearMonth month) {
        Map.Entry<YearMonth, BigDecimal> entry = rates.floorEntry(month);
        boolean over = last != null && month.isAfter(last);
        return entry == null || over ? NOTHING : entry.getValue();
    }

    /** What was due from the first month to {@code month}, that one included. */
    public BigDecimal payableThrough(YearMonth month) {
        BigDecimal sum = NOTHING;
        if (!rates.isEmpty()) {
            for (YearMonth m = rates.firstKey(); !m.isAfter(month); m = m.plusMonths(1)) {
                sum = sum.add(payable(m));
            }
        }
        return sum;
    }

    /** The first month that pays, null before the grant. */
    public @Nullable YearMonth firstMonth() {
        return rates.isEmpty() ? null : rates.firstKey();
    }

    /** The last month that pays by itself; null where it runs until it is stopped. */
    public @Nullable YearMonth lastMonth() {
        return last;
    }

    /** The last amount a month that was more than nothing. */
    public BigDecimal lastPaid() {
        return rates.descendingMap().values().stream()
                .filter(rate -> rate.signum() > 0)
                .findFirst()
                .orElse(NOTHING);
    }

    /** From {@code month} on no amount that was planned before holds. */
    private PaymentPlan from(LocalDate month, @Nullable BigDecimal amount) {
        YearMonth from = YearMonth.from(month);
        NavigableMap<YearMonth, BigDecimal> changed = new TreeMap<>(rates.headMap(from, false));
        changed.put(from, cents(amount));
        return new PaymentPlan(changed, once, last);
    }

    /** It goes on at {@code month}; between its last month and that one it paid nothing. */
    private PaymentPlan endless(LocalDate month) {
        PaymentPlan ended =
                last != null && last.plusMonths(1).isBefore(YearMonth.from(month))
                        ? from(last.plusMonths(1).atDay(1), NOTHING)
                        : this;
        return new PaymentPlan(ended.rates, once, null);
    }

    /** Two ends: the earlier one holds. */
    private PaymentPlan endingWith(@Nullable LocalDate lastMonth) {
        if (lastMonth == null) {
            return this;
        }
        YearMonth end = YearMonth.from(lastMonth);
        return new PaymentPlan(rates, once, last == null || end.isBefore(last) ? end : last);
    }

    private PaymentPlan once(LocalDate month, @Nullable BigDecimal amount) {
        if (amount == null) {
            return this;
        }
        NavigableMap<YearMonth, BigDecimal> added = new TreeMap<>(once);
        added.merge(YearMonth.from(month), cents(amount), BigDecimal::add);
        return new PaymentPlan(rates, added, last);
    }

    private static BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? NOTHING : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
