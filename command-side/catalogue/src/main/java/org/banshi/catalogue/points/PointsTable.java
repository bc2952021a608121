package org.banshi.catalogue.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.points.Indicator.Group;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One version of the table of indicators. Immutable.
 *
 * @param version such as {@code GZ-2021}
 * @param digest SHA-256 of its file, lower-case hex
 * @param from first day in force
 * @param to last day in force, null while no end is known
 * @param provisional the whole table is to be confirmed by the city
 */
public record PointsTable(
        String version,
        String digest,
        Text name,
        LocalDate from,
        @Nullable LocalDate to,
        boolean provisional,
        String source,
        List<Indicator> indicators) {

    /** Turns without a change, after which none is expected: caps are reached, ages beyond all. */
    private static final int MOST_LOOKS = 200;

    public PointsTable {
        indicators = List.copyOf(indicators);
    }

    /** Whether it was in force on {@code day}. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the table has an indicator of that key. */
    public boolean knows(String indicator) {
        return indicators.stream().anyMatch(it -> it.key().equals(indicator));
    }

    /**
     * Adds up.
     *
     * @param items the facts by indicator; of those that the table does not know nothing counts
     * @param birth null after an erasure: then age gives nothing
     * @param asOf day on which ages and years are counted
     */
    public Score score(Map<String, FormData> items, @Nullable LocalDate birth, LocalDate asOf) {
        Map<String, @Nullable BigDecimal> counted = count(items, birth, asOf);
        List<ScoreLine> lines = new ArrayList<>();
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal settlement = BigDecimal.ZERO;
        boolean barred = false;
        boolean open = provisional;
        for (Indicator indicator : indicators) {
            if (!counted.containsKey(indicator.key())) {
                continue;
            }
            BigDecimal points = counted.get(indicator.key());
            lines.add(new ScoreLine(indicator.key(), points));
            open |= points == null || indicator.isOpen(points) && points.signum() != 0;
            BigDecimal known = points == null ? BigDecimal.ZERO : points;
            sums[indicator.group().ordinal()] = sums[indicator.group().ordinal()].add(known);
            settlement = indicator.settlement() ? settlement.add(known) : settlement;
            barred |=
                    indicator.measure() instanceof Measure.Bar bar
                            && bar.holds(facts(items, indicator), asOf);
        }
        return new Score(
                lines,
                sums[Group.BASE.ordinal()],
                sums[Group.PLUS.ordinal()],
                sums[Group.MINUS.ordinal()].negate(),
                floored(sums[0].add(sums[1]).add(sums[2])),
                floored(settlement),
                barred,
                open);
    }

    /**
     * The first day after {@code asOf} on which time alone changes the score by this table; empty
     * where it never will.
     */
    public Optional<LocalDate> changesAfter(
            Map<String, FormData> items, @Nullable LocalDate birth, LocalDate asOf) {
        Score now = score(items, birth, asOf);
        Optional<LocalDate> day = turn(items, birth, asOf);
        for (int looks = 1; day.isPresent() && looks < MOST_LOOKS; looks++) {
            if (!score(items, birth, day.get()).equals(now)) {
                return day;
            }
            day = turn(items, birth, day.get());
        }
        return Optional.empty();
    }

    private Optional<LocalDate> turn(
            Map<String, FormData> items, @Nullable LocalDate birth, LocalDate after) {
        return indicators.stream()
                .filter(it -> it.measure() instanceof Measure.Age || items.containsKey(it.key()))
                .flatMap(it -> it.measure().turns(facts(items, it), birth, after))
                .filter(it -> it.isAfter(after))
                .min(LocalDate::compareTo);
    }

    /** Points by indicator; of those between which one chooses, the highest alone. */
    private Map<String, @Nullable BigDecimal> count(
            Map<String, FormData> items, @Nullable LocalDate birth, LocalDate asOf) {
        Map<String, @Nullable BigDecimal> counted = new HashMap<>();
        Map<String, String> chosen = new HashMap<>();
        for (Indicator indicator : indicators) {
            boolean ofPerson = indicator.measure() instanceof Measure.Age;
            if (!ofPerson && !items.containsKey(indicator.key())) {
                continue;
            }
            BigDecimal points = indicator.measure().points(facts(items, indicator), birth, asOf);
            counted.put(indicator.key(), points);
            String choice = indicator.choice();
            if (choice != null) {
                choose(counted, chosen, choice, indicator.key());
            }
        }
        return counted;
    }

    private static void choose(
            Map<String, @Nullable BigDecimal> counted,
            Map<String, String> chosen,
            String choice,
            String key) {
        String before = chosen.putIfAbsent(choice, key);
        if (before == null) {
            return;
        }
        boolean higher = known(counted.get(key)).compareTo(known(counted.get(before))) > 0;
        counted.remove(higher ? before : key);
        chosen.put(choice, higher ? key : before);
    }

    private static BigDecimal known(@Nullable BigDecimal points) {
        return points == null ? BigDecimal.ZERO : points;
    }

    private static Facts facts(Map<String, FormData> items, Indicator indicator) {
        FormData facts = items.get(indicator.key());
        return new Facts(facts == null ? Map.of() : facts.values());
    }

    private static BigDecimal floored(BigDecimal sum) {
        return sum.max(BigDecimal.ZERO);
    }
}
