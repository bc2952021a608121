package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Indexing;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.benefit.BenefitCommand.Rerate;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.benefit.Rates.Rate;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Rates a benefit anew when a table says otherwise than what its amount rests on (domain rules
 * §2.4, §3.5). More is paid at once, with what was paid too little since the table holds; less, or
 * what does not follow from the table alone, is looked into by a person (design §8). A figure that
 * is still to be confirmed changes nothing.
 */
final class Rerating {

    /** How far back a table that came late is made good, in months. */
    private static final int LONGEST = 36;

    /** How long before the first month at an amount it was reckoned at most, in months. */
    private static final int RECKONED_BEFORE = 12;

    private static final String REASON = "标准调整，自%s起按新标准每月%s元。";
    private static final String QUESTION = "自%s起标准调整，请核定金额。";

    private final BenefitState state;
    private final Indexing rule;
    private final Rates rates;

    private Rerating(BenefitState state, ServiceDefinition item, Indexing rule) {
        this.state = state;
        this.rule = rule;
        this.rates = new Rates(item, rule, state.region());
    }

    /** The clock may call more than once, and late; what is being verified waits for that. */
    static Verdict rerate(BenefitState state, Rerate command, Catalogue catalogue) {
        LocalDate today = command.stamp().day();
        boolean needless =
                state.stopped()
                        || state.underReview()
                        || state.overOn(today)
                        || state.rateOn(today).signum() == 0;
        return needless
                ? Verdict.NOTHING
                : of(state, catalogue)
                        .map(it -> it.verdict(command, today))
                        .orElse(Verdict.NOTHING);
    }

    /** The table's figure on which an amount rests that somebody sets today; empty for none. */
    static Optional<Rate> standard(
            BenefitState state, BigDecimal amount, Stamp stamp, Catalogue catalogue) {
        return of(state, catalogue).flatMap(it -> it.standard(amount, stamp.day()));
    }

    private static Optional<Rerating> of(BenefitState state, Catalogue catalogue) {
        return catalogue
                .current(state.service())
                .flatMap(
                        item ->
                                item.reratings().stream()
                                        .filter(it -> it.kind().equals(state.kind()))
                                        .findFirst()
                                        .map(it -> new Rerating(state, item, it)));
    }

    private Optional<Rate> standard(BigDecimal amount, LocalDate today) {
        return rule.facts().stream()
                .map(facts -> rates.at(facts, YearMonth.from(today)))
                .flatMap(Stream::ofNullable)
                .filter(it -> rule.perMember() || it.amount().compareTo(amount) == 0)
                .findFirst();
    }

    /** One of the table's rows that the amount may rest on, and its figure then. */
    private record Basis(Map<String, Object> facts, BigDecimal before) {}

    private Verdict verdict(Rerate command, LocalDate today) {
        YearMonth paidSince = YearMonth.from(state.paidSince(today));
        YearMonth month = YearMonth.from(today);
        YearMonth known = lastConfirmed(month, paidSince);
        if (known == null) {
            return Verdict.NOTHING;
        }
        BigDecimal current = state.rateOn(today);
        List<Basis> bases =
                rule.perMember()
                        ? standards(paidSince)
                        : rows(Amounts.cents(current), paidSince, known);
        TreeSet<BigDecimal> amounts = new TreeSet<>();
        for (Basis basis : bases) {
            amounts.add(amount(current, basis, at(basis, known)));
        }
        boolean follows = amounts.size() == 1;
        if (follows && amounts.first().compareTo(current) == 0) {
            return Verdict.NOTHING;
        }
        return follows && amounts.first().compareTo(current) > 0
                ? Verdict.happens(more(amounts.first(), current, bases.get(0), known, month))
                : question(command, known);
    }

    /**
     * The standard that the amount was reckoned by. Where the stream does not say it, that of the
     * months in which it can have been reckoned; none where they differ.
     */
    private List<Basis> standards(YearMonth paidSince) {
        List<Basis> bases = new ArrayList<>();
        for (Map<String, Object> facts : rule.facts()) {
            TreeSet<BigDecimal> before = new TreeSet<>();
            if (state.standard() != null) {
                before.add(state.standard());
            } else {
                reckoned(paidSince)
                        .map(it -> rates.at(facts, it))
                        .flatMap(Stream::ofNullable)
                        .forEach(it -> before.add(it.amount()));
            }
            if (before.size() != 1) {
                return List.of();
            }
            bases.add(new Basis(facts, before.first()));
        }
        return bases;
    }

    /**
     * The rows at whose rate it is paid, by what the table says today of the months in which it can
     * have been reckoned. What was carried from the year before may be gone from them: where it was
     * a rate, and all rows say the same now, it is any of them.
     */
    private List<Basis> rows(BigDecimal current, YearMonth paidSince, YearMonth known) {
        BigDecimal standard = state.standard();
        boolean wasRate = standard != null && standard.compareTo(current) == 0;
        long figures =
                rule.facts().stream()
                        .map(it -> Objects.requireNonNull(rates.at(it, known)).amount())
                        .distinct()
                        .count();
        return rule.facts().stream()
                .filter(facts -> wasRate && figures == 1 || wasAt(facts, current, paidSince))
                .map(facts -> new Basis(facts, current))
                .toList();
    }

    private boolean wasAt(Map<String, Object> facts, BigDecimal amount, YearMonth paidSince) {
        return reckoned(paidSince)
                .map(it -> rates.at(facts, it))
                .flatMap(Stream::ofNullable)
                .anyMatch(it -> it.amount().compareTo(amount) == 0);
    }

    private static Stream<YearMonth> reckoned(YearMonth paidSince) {
        return Stream.iterate(paidSince, it -> it.minusMonths(1)).limit(RECKONED_BEFORE + 1L);
    }

    /** The amount itself, or what the difference of the standard makes of it for all members. */
    private BigDecimal amount(BigDecimal current, Basis basis, Rate now) {
        if (!rule.perMember()) {
            return now.amount();
        }
        Integer members = state.members();
        BigDecimal difference = now.amount().subtract(basis.before());
        return current.add(difference.multiply(BigDecimal.valueOf(members == null ? 1 : members)));
    }

    private BenefitEvent more(
            BigDecimal amount, BigDecimal current, Basis basis, YearMonth known, YearMonth month) {
        YearMonth paidSince = YearMonth.from(state.paidSince(month.atDay(1)));
        BigDecimal owed = BigDecimal.ZERO.setScale(2);
        YearMonth since = month;
        for (YearMonth m = earliest(month, paidSince); m.isBefore(month); m = m.plusMonths(1)) {
            Rate then = rates.at(basis.facts(), m.isAfter(known) ? known : m);
            if (then != null) {
                BigDecimal less = amount(current, basis, then).subtract(current);
                since = less.signum() > 0 && m.isBefore(since) ? m : since;
                owed = owed.add(less.max(BigDecimal.ZERO));
            }
        }
        Rate now = at(basis, known);
        return new BenefitEvent.Rerated(
                state.id(),
                state.subject(),
                state.application(),
                amount,
                month.atDay(1),
                owed.signum() == 0 ? null : owed,
                REASON.formatted(since, amount.toPlainString()),
                now.source(),
                now.amount());
    }

    /** Once for what a table says since then: tables are made by the year. */
    private Verdict question(Rerate command, YearMonth known) {
        LocalDate since = known.withMonth(1).atDay(1);
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

    /** The last month since it is paid for which all rows have a figure that is confirmed. */
    private @Nullable YearMonth lastConfirmed(YearMonth month, YearMonth paidSince) {
        for (YearMonth m = month; !m.isBefore(earliest(month, paidSince)); m = m.minusMonths(1)) {
            YearMonth asked = m;
            boolean confirmed =
                    rule.facts().stream()
                            .map(facts -> rates.at(facts, asked))
                            .allMatch(it -> it != null && !it.provisional());
            if (confirmed) {
                return m;
            }
        }
        return null;
    }

    private static YearMonth earliest(YearMonth month, YearMonth paidSince) {
        YearMonth longest = month.minusMonths(LONGEST);
        return paidSince.isBefore(longest) ? longest : paidSince;
    }

    /** Of a month that is confirmed for all rows. */
    private Rate at(Basis basis, YearMonth known) {
        return Objects.requireNonNull(rates.at(basis.facts(), known));
    }
}
