package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.benefit.BenefitCommand.Rerate;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Rates a benefit anew when the tables of a new year say otherwise (domain rules §2.4, §3.5). More
 * is paid at once, with what was paid too little since the table holds; less, or what does not
 * follow from the table alone, is looked into by a person (design §8). A figure that is still to be
 * confirmed changes nothing.
 */
final class Rerating {

    /** How far back a table that came late is made good, in months. */
    private static final int LONGEST = 36;

    private static final String REASON = "标准调整，自%s起按新标准每月%s元。";
    private static final String QUESTION = "自%s起标准调整，请核定金额。";

    private final BenefitState state;
    private final ServiceDefinition item;
    private final org.banshi.catalogue.Indexing rule;

    private Rerating(
            BenefitState state, ServiceDefinition item, org.banshi.catalogue.Indexing rule) {
        this.state = state;
        this.item = item;
        this.rule = rule;
    }

    /** The clock may call more than once, and late; what is being verified waits for that. */
    static Verdict rerate(BenefitState state, Rerate command, Catalogue catalogue) {
        LocalDate today = command.stamp().day();
        boolean needless =
                state.stopped()
                        || state.underReview()
                        || state.overOn(today)
                        || state.rateOn(today).signum() == 0;
        if (needless) {
            return Verdict.NOTHING;
        }
        return catalogue
                .current(state.service())
                .flatMap(item -> of(state, item))
                .map(it -> it.verdict(command, today))
                .orElse(Verdict.NOTHING);
    }

    private static Optional<Rerating> of(BenefitState state, ServiceDefinition item) {
        return item.reratings().stream()
                .filter(it -> it.kind().equals(state.kind()))
                .findFirst()
                .map(it -> new Rerating(state, item, it));
    }

    /** What the table says of one rate on a day. */
    private record Rate(BigDecimal amount, String source) {}

    private Verdict verdict(Rerate command, LocalDate today) {
        LocalDate paidSince = state.paidSince(today);
        YearMonth month = YearMonth.from(today);
        YearMonth known = lastConfirmed(month, paidSince);
        if (known == null) {
            return Verdict.NOTHING;
        }
        BigDecimal current = state.rateOn(today);
        TreeSet<BigDecimal> amounts = new TreeSet<>();
        List<Map<String, Object>> paidAt = new ArrayList<>();
        boolean differs = false;
        for (Map<String, Object> facts : rule.facts()) {
            Rate before = rate(facts, paidSince);
            Rate now = rate(facts, known.atDay(1));
            if (before == null || now == null) {
                continue;
            }
            differs |= before.amount().compareTo(now.amount()) != 0;
            if (rule.perMember() || before.amount().compareTo(current) == 0) {
                amounts.add(amount(current, before, now));
                paidAt.add(facts);
            }
        }
        if (!differs || amounts.size() == 1 && amounts.first().compareTo(current) == 0) {
            return Verdict.NOTHING;
        }
        if (amounts.size() == 1 && amounts.first().compareTo(current) > 0) {
            return Verdict.happens(
                    more(amounts.first(), current, paidAt.get(0), paidSince, known, month));
        }
        return question(command, firstMonthOf(known));
    }

    /** The amount itself, or what the difference of the standard makes of it for all members. */
    private BigDecimal amount(BigDecimal current, Rate before, Rate now) {
        if (!rule.perMember()) {
            return now.amount();
        }
        Integer members = state.members();
        BigDecimal difference = now.amount().subtract(before.amount());
        return current.add(difference.multiply(BigDecimal.valueOf(members == null ? 1 : members)));
    }

    private BenefitEvent more(
            BigDecimal amount,
            BigDecimal current,
            Map<String, Object> facts,
            LocalDate paidSince,
            YearMonth known,
            YearMonth month) {
        Rate before = rate(facts, paidSince);
        BigDecimal owed = BigDecimal.ZERO.setScale(2);
        YearMonth since = month;
        for (YearMonth m = earliest(month, paidSince); m.isBefore(month); m = m.plusMonths(1)) {
            Rate then = rate(facts, (m.isAfter(known) ? known : m).atDay(1));
            if (then != null && before != null) {
                BigDecimal less = amount(current, before, then).subtract(current);
                since = less.signum() > 0 && m.isBefore(since) ? m : since;
                owed = owed.add(less.max(BigDecimal.ZERO));
            }
        }
        Rate now = rate(facts, known.atDay(1));
        return new BenefitEvent.Rerated(
                state.id(),
                state.subject(),
                state.application(),
                amount,
                month.atDay(1),
                owed.signum() == 0 ? null : owed,
                REASON.formatted(since, amount.toPlainString()),
                now == null ? "" : now.source());
    }

    /** Once for what a table says since then. */
    private Verdict question(Rerate command, LocalDate since) {
        if (since.equals(state.rateQuestioned())) {
            return Verdict.NOTHING;
        }
        return Verdict.happens(
                new BenefitEvent.RateInQuestion(state.id(), state.subject(), since),
                Verifying.due(
                        state,
                        ReviewCause.RERATED,
                        QUESTION.formatted(YearMonth.from(since)),
                        command.stamp()));
    }

    /** Tables are made by the year: the question is the same all year. */
    private static LocalDate firstMonthOf(YearMonth known) {
        return known.withMonth(1).atDay(1);
    }

    private @Nullable YearMonth lastConfirmed(YearMonth month, LocalDate paidSince) {
        for (YearMonth m = month; !m.isBefore(earliest(month, paidSince)); m = m.minusMonths(1)) {
            LocalDate day = m.atDay(1);
            if (rule.facts().stream().allMatch(facts -> rate(facts, day) != null)
                    && rule.facts().stream().noneMatch(facts -> isProvisional(facts, day))) {
                return m;
            }
        }
        return null;
    }

    private static YearMonth earliest(YearMonth month, LocalDate paidSince) {
        YearMonth first = YearMonth.from(paidSince);
        YearMonth longest = month.minusMonths(LONGEST);
        return first.isBefore(longest) ? longest : first;
    }

    /** A table says so of itself, or of one of its figures. */
    private boolean isProvisional(Map<String, Object> facts, LocalDate day) {
        Decision decision = decide(facts, day);
        return decision != null
                && (decision.provisional() || Boolean.TRUE.equals(output(decision, "rovisional")));
    }

    /** The first output whose name ends so. */
    private static @Nullable Object output(Decision decision, String end) {
        return decision.outputs().entrySet().stream()
                .filter(it -> it.getKey().endsWith(end) && it.getValue() != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Rate rate(Map<String, Object> facts, LocalDate day) {
        Decision decision = decide(facts, day);
        if (decision == null || !(decision.outputs().get(rule.output()) instanceof Number number)) {
            return null;
        }
        BigDecimal amount = new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP);
        Object source = output(decision, "ource");
        return new Rate(amount, source == null ? "" : source.toString());
    }

    private @Nullable Decision decide(Map<String, Object> facts, LocalDate day) {
        try {
            return item.decide(rule.decision(), state.region(), day, Map.copyOf(facts));
        } catch (NoRuleException gap) {
            return null;
        }
    }
}
