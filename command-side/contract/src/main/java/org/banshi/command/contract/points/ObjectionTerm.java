package org.banshi.command.contract.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Since when each line of an account's score stands as it does. The holder may object to a line
 * within {@value #DAYS} calendar days of its publication (domain rules §4.2, the rules of 2018;
 * newer ones were not seen). Adding up again publishes anew what it changes, and nothing else: a
 * birthday opens no objection to the years of residence.
 *
 * @param since day of publication, by indicator
 * @param renewed indicators whose facts were recorded after the last score
 * @param determined day on which the score was last determined as a whole; null before the first
 */
public record ObjectionTerm(
        Map<String, LocalDate> since, Set<String> renewed, @Nullable LocalDate determined) {

    /** Calendar days from publication. */
    public static final int DAYS = 30;

    /** Of an account without a score. */
    public static final ObjectionTerm NONE = new ObjectionTerm(Map.of(), Set.of(), null);

    private static final BigDecimal UNKNOWN = BigDecimal.valueOf(Long.MIN_VALUE);

    public ObjectionTerm {
        since = Map.copyOf(since);
        renewed = Set.copyOf(renewed);
    }

    /** Facts of an indicator were recorded: with the next score its line is published anew. */
    public ObjectionTerm recorded(String indicator) {
        Set<String> more = new HashSet<>(renewed);
        more.add(indicator);
        return new ObjectionTerm(since, more, determined);
    }

    /**
     * A score was published on {@code day}.
     *
     * @param before the one it replaces, null where there was none or it was erased
     * @param now null once the person's data were erased
     */
    public ObjectionTerm scored(
            @Nullable Score before, @Nullable Score now, ScoreCause cause, LocalDate day) {
        LocalDate whole = determined == null || cause == ScoreCause.APPLICATION ? day : determined;
        if (now == null) {
            return new ObjectionTerm(since, Set.of(), whole);
        }
        Map<String, BigDecimal> old = points(before);
        Map<String, BigDecimal> fresh = points(now);
        Map<String, LocalDate> published = new HashMap<>(since);
        Stream.of(old.keySet(), fresh.keySet(), renewed)
                .flatMap(Collection::stream)
                .filter(it -> renewed.contains(it) || !same(old.get(it), fresh.get(it)))
                .forEach(it -> published.put(it, day));
        return new ObjectionTerm(published, Set.of(), whole);
    }

    /** Day from which the term for an indicator runs; empty where there is no score. */
    public Optional<LocalDate> publishedOn(String indicator) {
        return determined == null
                ? Optional.empty()
                : Optional.of(since.getOrDefault(indicator, determined));
    }

    /** The last day of publication of any line; empty where there is no score. */
    public Optional<LocalDate> latest() {
        return determined == null
                ? Optional.empty()
                : Stream.concat(Stream.of(determined), since.values().stream())
                        .max(Comparator.naturalOrder());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    /** A figure to be confirmed is none that any counting gives. */
    private static Map<String, BigDecimal> points(@Nullable Score score) {
        Map<String, BigDecimal> points = new HashMap<>();
        if (score != null) {
            score.lines()
                    .forEach(
                            it ->
                                    points.put(
                                            it.indicator(),
                                            it.points() == null ? UNKNOWN : it.points()));
        }
        return points;
    }
}
