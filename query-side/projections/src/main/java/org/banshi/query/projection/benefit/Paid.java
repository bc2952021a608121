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
        @Nullable Certification certification,
        Map<String, Basis> bases) {

    static final Paid NOTHING = new Paid(Map.of(), Map.of(), null, List.of(), null, Map.of());

    /**
     * What the amounts from a month on rest on.
     *
     * @param application the case by whose tables they were reckoned; null where it is none's: a
     *     new rate is a confirmed one, and an office that reviews names the amount itself
     * @param standard the table's figure; null where nobody knows
     * @param provisional whether the figure is to be confirmed, as the decision says itself; null
     *     where it does not: then as the case says
     */
    record Basis(
            @Nullable String application,
            @Nullable BigDecimal standard,
            @Nullable Boolean provisional) {

        Basis(@Nullable String application, @Nullable BigDecimal standard) {
            this(application, standard, null);
        }
    }

    /** A row of an older program does not say what its amounts rest on until it is made anew. */
    Paid {
        bases = bases == null ? Map.of() : bases;
    }

    /** What the amount of {@code month} rests on; null where nobody knows. */
    @Nullable Basis basis(YearMonth month) {
        Map.Entry<String, Basis> entry = new TreeMap<>(bases).floorEntry(month.toString());
        return entry == null ? null : entry.getValue();
    }

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
                certification(event),
                bases(event));
    }

    /** As of the amounts: from a decision's month on, nothing holds that was planned before. */
    private Map<String, Basis> bases(BenefitEvent event) {
        if (event instanceof BenefitEvent.Granted it) {
            return from(it.firstMonth(), new Basis(it.application().value(), it.standard()));
        } else if (event instanceof BenefitEvent.ConfirmedAnew it) {
            return from(
                    it.from(),
                    it.less()
                            ? basis(YearMonth.from(it.from()))
                            : new Basis(it.application().value(), it.standard()));
        } else if (event instanceof BenefitEvent.Rerated it) {
            return from(it.from(), new Basis(null, it.standard()));
        } else if (event instanceof BenefitEvent.Increased it) {
            return from(it.from(), named(it.from(), it.standard(), it.provisional()));
        } else if (event instanceof BenefitEvent.Decreased it) {
            return from(it.from(), named(it.from(), it.standard(), it.provisional()));
        } else if (event instanceof BenefitEvent.ShareStopped it) {
            return from(it.from(), basis(YearMonth.from(it.from())));
        }
        return bases;
    }

    /**
     * An office names another amount: on the figure of before, or on one of its own. Where the
     * decision does not say whether that is to be confirmed, the figure of before keeps its mark.
     */
    private Basis named(
            LocalDate from, @Nullable BigDecimal standard, @Nullable Boolean provisional) {
        if (provisional != null) {
            return new Basis(null, standard, provisional);
        }
        Basis before = basis(YearMonth.from(from));
        boolean same =
                before != null
                        && before.standard() != null
                        && standard != null
                        && before.standard().compareTo(standard) == 0;
        return same ? before : new Basis(null, standard);
    }

    private Map<String, Basis> from(LocalDate month, @Nullable Basis basis) {
        String from = YearMonth.from(month).toString();
        TreeMap<String, Basis> changed = new TreeMap<>(new TreeMap<>(bases).headMap(from));
        if (basis != null) {
            changed.put(from, basis);
        }
        return changed;
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
