package org.banshi.query.projection.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.PaymentPlan;
import org.banshi.query.contract.benefit.BenefitView.Certification;
import org.banshi.query.contract.benefit.BenefitView.Decision;
import org.jspecify.annotations.Nullable;

/** What is personal in a benefit: amounts by month, and what was decided and why. */
record Paid(
        Map<String, BigDecimal> rates,
        Map<String, BigDecimal> once,
        @Nullable String last,
        List<Decision> decisions,
        @Nullable Certification certification) {

    static final Paid NOTHING = new Paid(Map.of(), Map.of(), null, List.of(), null);

    PaymentPlan plan() {
        return PaymentPlan.of(
                months(rates), months(once), last == null ? null : YearMonth.parse(last));
    }

    Paid after(BenefitEvent event, LocalDate day, String name) {
        PaymentPlan plan = plan().after(event);
        YearMonth end = plan.lastMonth();
        List<Decision> all = new ArrayList<>(decisions);
        Decision decision = decision(event, day, name);
        if (decision != null) {
            all.add(decision);
        }
        return new Paid(
                words(plan.rates()),
                words(plan.once()),
                end == null ? null : end.toString(),
                all,
                certification(event));
    }

    private @Nullable Certification certification(BenefitEvent event) {
        if (event instanceof BenefitEvent.CertificationSet it) {
            return new Certification(it.opens(), it.until(), false);
        } else if (event instanceof BenefitEvent.CertificationOpened it && certification != null) {
            return new Certification(certification.opens(), it.until(), true);
        }
        return event instanceof BenefitEvent.Stopped ? null : certification;
    }

    private static @Nullable Decision decision(BenefitEvent event, LocalDate day, String name) {
        if (event instanceof BenefitEvent.Certified
                || event instanceof BenefitEvent.CertificationMissed) {
            return of(name, day, null, null, "", List.of());
        } else if (event instanceof BenefitEvent.ConfirmedAnew it) {
            return new Decision(
                    name,
                    it.application().value(),
                    day,
                    it.from(),
                    it.monthlyAmount(),
                    "",
                    List.of());
        } else if (event instanceof BenefitEvent.Rerated it) {
            return of(name, day, it.from(), it.monthlyAmount(), it.reason(), List.of());
        } else if (event instanceof BenefitEvent.Increased it) {
            return of(name, day, it.from(), it.monthlyAmount(), it.reason(), List.of());
        } else if (event instanceof BenefitEvent.Decreased it) {
            return of(name, day, it.from(), it.monthlyAmount(), it.reason(), it.remedies());
        } else if (event instanceof BenefitEvent.ShareStopped it) {
            return of(name, day, it.from(), it.monthlyAmount(), it.reason(), it.remedies());
        } else if (event instanceof BenefitEvent.Stopped it) {
            LocalDate from = it.lastMonth().plusMonths(1);
            return of(name, day, from, null, it.reason(), it.remedies());
        } else if (event instanceof BenefitEvent.PhaseOutBegan it) {
            LocalDate from = it.lastMonth().plusMonths(1);
            return of(name, day, from, null, it.reason(), it.remedies());
        } else if (event instanceof BenefitEvent.ClaimedBack it) {
            return of(name, day, null, it.claimedBack(), it.reason(), it.remedies());
        } else if (event instanceof BenefitEvent.Fined it) {
            return of(name, day, null, it.fine(), it.reason(), it.remedies());
        } else if (event instanceof BenefitEvent.FineCollected it) {
            return of(name, it.paidOn(), null, it.fine(), "", List.of());
        } else if (event instanceof BenefitEvent.Resumed it) {
            return of(name, day, it.from(), it.arrears(), it.reason(), List.of());
        } else if (event instanceof BenefitEvent.MadeGood it) {
            return of(name, day, null, it.arrears(), it.reason(), List.of());
        }
        return event instanceof BenefitEvent.Kept ? of(name, day, null, null, "", List.of()) : null;
    }

    /** Amount and reason are null once the person's key was destroyed. */
    private static Decision of(
            String name,
            LocalDate day,
            @Nullable LocalDate from,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            List<Remedy> remedies) {
        return new Decision(name, null, day, from, amount, reason == null ? "" : reason, remedies);
    }

    private static Map<YearMonth, BigDecimal> months(Map<String, BigDecimal> words) {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        words.forEach((month, amount) -> months.put(YearMonth.parse(month), amount));
        return months;
    }

    private static Map<String, BigDecimal> words(Map<YearMonth, BigDecimal> months) {
        Map<String, BigDecimal> words = new TreeMap<>();
        months.forEach((month, amount) -> words.put(month.toString(), amount));
        return words;
    }
}
