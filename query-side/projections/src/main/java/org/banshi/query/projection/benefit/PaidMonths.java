package org.banshi.query.projection.benefit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.banshi.command.contract.benefit.PaymentPlan;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;

/**
 * In which months a benefit pays or paid: as it is due, and what was paid before a stop took it
 * back. Where the person's key was destroyed nobody knows the months any more: it counts as paid in
 * all of them until it is stopped.
 */
public final class PaidMonths {

    private static final String STOPPED = "benefit.stopped";

    /** {@code to} is the last month; null where no end is known. */
    private record Span(YearMonth from, @Nullable YearMonth to) {

        boolean reaches(YearMonth month) {
            return to == null || !to.isBefore(month);
        }

        boolean meets(Span other) {
            return reaches(other.from) && other.reaches(from);
        }
    }

    private final List<Span> due;
    private final List<Span> takenBack;

    private PaidMonths(List<Span> due, List<Span> takenBack) {
        this.due = List.copyOf(due);
        this.takenBack = List.copyOf(takenBack);
    }

    /**
     * Of a benefit's row.
     *
     * @param sealed name of the column with what is personal, {@code stopped} of the one that says
     *     whether it is stopped
     */
    public static PaidMonths of(ResultSet row, String sealed, String stopped, PersonalData personal)
            throws SQLException {
        String cipher = row.getString(sealed);
        Optional<Paid> paid =
                (cipher == null ? Optional.<String>empty() : personal.decrypt(cipher))
                        .map(plain -> Json.read(plain, Paid.class));
        if (paid.isPresent()) {
            return of(paid.get());
        }
        List<Span> unknown =
                row.getBoolean(stopped) ? List.of() : List.of(new Span(YearMonth.of(1, 1), null));
        return new PaidMonths(unknown, List.of());
    }

    static PaidMonths of(Paid paid) {
        PaymentPlan plan = paid.plan();
        return new PaidMonths(due(plan), takenBack(paid, plan));
    }

    private static List<Span> due(PaymentPlan plan) {
        List<Span> spans = new ArrayList<>();
        TreeSet<YearMonth> changes = new TreeSet<>(plan.rates().keySet());
        for (YearMonth from : changes) {
            YearMonth next = changes.higher(from);
            YearMonth to = earlier(next == null ? null : next.minusMonths(1), plan.lastMonth());
            if (plan.rate(from).signum() > 0) {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }

    /** Months from the one after an ending to the one before it was decided upon were paid. */
    private static List<Span> takenBack(Paid paid, PaymentPlan plan) {
        List<Span> spans = new ArrayList<>();
        for (var decision : paid.decisions()) {
            LocalDate from = decision.from();
            if (decision.event().equals(STOPPED) && from != null) {
                YearMonth before = YearMonth.from(decision.day()).minusMonths(1);
                YearMonth to = plan.lastMonth() == null ? before : min(before, plan.lastMonth());
                if (!to.isBefore(YearMonth.from(from))) {
                    spans.add(new Span(YearMonth.from(from), to));
                }
            }
        }
        return spans;
    }

    private static @Nullable YearMonth earlier(@Nullable YearMonth one, @Nullable YearMonth other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return min(one, other);
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether anything is due in a month or later. */
    public boolean dueFrom(YearMonth month) {
        return due.stream().anyMatch(it -> it.reaches(month));
    }

    /** Whether a stop took months back that had been paid by then. */
    public boolean takenBack() {
        return !takenBack.isEmpty();
    }

    /** Whether both are due in a month. */
    public boolean overlaps(PaidMonths other) {
        return due.stream().anyMatch(mine -> other.due.stream().anyMatch(mine::meets));
    }
}
