package org.banshi.query.projection.worklist;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.projection.clock.Urgency;
import org.banshi.query.projection.sql.Condition;

/**
 * Places in the order of what waits, as column {@code list_order} holds them: the last day in days
 * since 1970, and {@link #AHEAD} days earlier where a case goes before the others.
 *
 * <p>What is urgent is asked for by places alone. An index in this order then finds the rows, knows
 * where they end, and counts them without reading one.
 */
final class ListOrder {

    static final String COLUMN = "list_order";

    private static final long AHEAD = 10_000_000;

    /** After what goes first, whatever its day, and before all others. */
    private static final long BETWEEN = -AHEAD / 2;

    private ListOrder() {}

    /**
     * Of what waits, the rows that are so urgent.
     *
     * @throws BadQueryException when there is no such word
     */
    static Condition is(String word, Urgency urgency) {
        return switch (word) {
            case Urgency.OVERDUE -> overdue(urgency.today().toEpochDay());
            case Urgency.SOON -> soon(urgency.today(), urgency.soon());
            default -> throw new BadQueryException("due");
        };
    }

    private static Condition overdue(long today) {
        return Condition.of(
                "%1$s < %2$d AND (%1$s < %3$d OR %1$s > %4$d)"
                        .formatted(COLUMN, today, today - AHEAD, BETWEEN));
    }

    /** Day by day, as a list of values keeps an index in its order and two ranges do not. */
    private static Condition soon(LocalDate first, LocalDate last) {
        return Condition.of(
                first.datesUntil(last.plusDays(1))
                        .mapToLong(LocalDate::toEpochDay)
                        .flatMap(day -> LongStream.of(day - AHEAD, day))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ", COLUMN + " IN (", ")")));
    }
}
