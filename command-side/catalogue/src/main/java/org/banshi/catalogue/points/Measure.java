package org.banshi.catalogue.points;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator is counted: a small vocabulary, of which a table's rows are made. All figures
 * stand in the table; all arithmetic is exact.
 */
public sealed interface Measure {

    /** Points of a share are rounded half up to this many decimals. */
    int SHARE_SCALE = 2;

    /**
     * @param facts what was verified
     * @param birth birth date of the holder, null after an erasure
     * @return the points, of either sign; null where the figure is to be confirmed
     */
    @Nullable BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf);

    /**
     * Days after {@code asOf} on which time alone may change the points next; none where it never
     * does. None is left out, but some may change nothing, such as one beyond a cap.
     */
    default Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
        return Stream.empty();
    }

    /** Whether such points are to be confirmed, though the indicator as a whole is not. */
    default boolean provisional(BigDecimal points) {
        return false;
    }

    /** So much for each full year between {@code since} and {@code countedTo}. */
    record FullYears(BigDecimal each, @Nullable BigDecimal cap) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return capped(each.multiply(years(facts, asOf)), cap);
        }

        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return Turns.fullYear(facts, asOf);
        }
    }

    /** So much for each full year of months, of each part by itself, such as each insurance. */
    record InsuredYears(BigDecimal each, List<String> parts) implements Measure {

        private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return parts.stream()
                    .map(part -> facts.number(part).divideToIntegralValue(MONTHS))
                    .map(each::multiply)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * By completed years of age: the band's points; above the last band {@code further} off for
     * each further year, not below 0.
     *
     * @param furtherProvisional whether how further years count is to be confirmed
     */
    record Age(List<Band> bands, BigDecimal further, boolean furtherProvisional)
            implements Measure {

        /** Both ages included. */
        public record Band(int from, int to, BigDecimal points) {}

        /** How further years are counted can be to be confirmed where the bands are not. */
        @Override
        public boolean provisional(BigDecimal points) {
            return furtherProvisional
                    && bands.stream().noneMatch(band -> band.points().compareTo(points) == 0);
        }

        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            if (birth == null || birth.isAfter(asOf)) {
                return BigDecimal.ZERO;
            }
            int age = Period.between(birth, asOf).getYears();
            for (Band band : bands) {
                if (band.from() <= age && age <= band.to()) {
                    return band.points();
                }
            }
            Band last = bands.get(bands.size() - 1);
            return age < last.to()
                    ? BigDecimal.ZERO
                    : last.points()
                            .subtract(further.multiply(BigDecimal.valueOf(age - last.to())))
                            .max(BigDecimal.ZERO);
        }

        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return birth == null ? Stream.empty() : Stream.of(Turns.birthday(birth, asOf));
        }
    }

    /** The highest level alone, and a bonus for who has one and works in that trade. */
    record Level(Map<String, BigDecimal> levels, BigDecimal bonus) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            BigDecimal level = levels.get(facts.word("level"));
            if (level == null) {
                return BigDecimal.ZERO;
            }
            return facts.holds("inTrade") ? level.add(bonus) : level;
        }
    }

    /** {@code rows} of {@code on} and {@code among}: so much divided by the number of people. */
    record Shares(BigDecimal each, @Nullable BigDecimal cap, int within) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            BigDecimal sum =
                    facts.rows("rows")
                            .filter(row -> Turns.recent(row.day("on"), asOf, within))
                            .filter(row -> row.number("among").signum() > 0)
                            .map(
                                    row ->
                                            each.divide(
                                                    row.number("among"),
                                                    SHARE_SCALE,
                                                    RoundingMode.HALF_UP))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return capped(sum, cap);
        }

        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return facts.rows("rows")
                    .map(row -> row.day("on"))
                    .flatMap(day -> Turns.lapse(day, within, asOf));
        }
    }

    /** So much for each of {@code days}; {@code within} so many years, or ever where it is 0. */
    record Events(BigDecimal each, @Nullable BigDecimal cap, int within) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            long count = facts.days("days").filter(day -> Turns.recent(day, asOf, within)).count();
            return capped(each.multiply(BigDecimal.valueOf(count)), cap);
        }

        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return facts.days("days").flatMap(day -> Turns.lapse(day, within, asOf));
        }
    }

    /** {@code rows} of {@code year} and {@code hours}: so much for each full {@code hours}. */
    record Hours(
            BigDecimal each, int hours, BigDecimal yearly, @Nullable BigDecimal cap, int within)
            implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            Map<Integer, BigDecimal> byYear = new HashMap<>();
            facts.rows("rows")
                    .forEach(
                            row ->
                                    byYear.merge(
                                            row.number("year").intValue(),
                                            row.number("hours"),
                                            BigDecimal::add));
            BigDecimal sum =
                    byYear.entrySet().stream()
                            .filter(it -> it.getKey() >= asOf.getYear() - within)
                            .filter(it -> it.getKey() <= asOf.getYear())
                            .map(it -> it.getValue().divideToIntegralValue(decimal(hours)))
                            .map(times -> each.multiply(times).min(yearly))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return capped(sum, cap);
        }

        /** A year's hours count from its first day on, and to its last. */
        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return facts.rows("rows").limit(1).map(row -> LocalDate.of(asOf.getYear() + 1, 1, 1));
        }
    }

    /** So much where it {@code holds}, and so much more for each full year of it. */
    record Held(BigDecimal once, BigDecimal each, BigDecimal cap) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return facts.holds("holds")
                    ? once.add(each.multiply(years(facts, asOf)).min(cap))
                    : BigDecimal.ZERO;
        }

        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return Turns.fullYear(facts, asOf);
        }
    }

    /** So much from an {@code amount} on. */
    record Amount(BigDecimal from, BigDecimal once) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return facts.number("amount").compareTo(from) >= 0 ? once : BigDecimal.ZERO;
        }
    }

    /** No points; one of {@code days} within the years bars household registration. */
    record Bar(int within) implements Measure {
        @Override
        public BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return BigDecimal.ZERO;
        }

        boolean holds(Facts facts, LocalDate asOf) {
            return facts.days("days").anyMatch(day -> Turns.recent(day, asOf, within));
        }

        @Override
        public Stream<LocalDate> turns(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return facts.days("days").flatMap(day -> Turns.lapse(day, within, asOf));
        }
    }

    /** The figure is not known: to be confirmed by the city, never guessed. */
    record Unknown() implements Measure {
        @Override
        public @Nullable BigDecimal points(Facts facts, @Nullable LocalDate birth, LocalDate asOf) {
            return null;
        }
    }

    private static BigDecimal years(Facts facts, LocalDate asOf) {
        LocalDate since = facts.day("since");
        if (since == null) {
            return BigDecimal.ZERO;
        }
        LocalDate to =
                Stream.of(facts.day("countedTo"), asOf)
                        .filter(it -> it != null)
                        .min(LocalDate::compareTo)
                        .orElse(asOf);
        return BigDecimal.valueOf(Turns.fullYears(since, to));
    }

    private static BigDecimal capped(BigDecimal points, @Nullable BigDecimal cap) {
        return cap == null ? points : points.min(cap);
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number);
    }
}
