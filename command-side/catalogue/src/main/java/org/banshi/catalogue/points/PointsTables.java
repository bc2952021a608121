package org.banshi.catalogue.points;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/** All versions of the table of indicators. Immutable. */
public final class PointsTables {

    /** Where there are none. */
    public static final PointsTables NONE = new PointsTables(List.of());

    private final List<PointsTable> tables;

    public PointsTables(Collection<PointsTable> tables) {
        this.tables = tables.stream().sorted(Comparator.comparing(PointsTable::from)).toList();
    }

    /** Every version, the oldest first. */
    public List<PointsTable> all() {
        return tables;
    }

    public Optional<PointsTable> find(String version) {
        return tables.stream().filter(it -> it.version().equals(version)).findFirst();
    }

    /**
     * The first day after {@code asOf} on which time alone changes a score: an age, a year that
     * comes full, an offence that is spent, another table. Empty where none will.
     *
     * @param table by which it was counted
     */
    public Optional<LocalDate> changesAfter(
            PointsTable table,
            Map<String, FormData> items,
            @Nullable LocalDate birth,
            LocalDate asOf) {
        return Stream.concat(
                        otherTableAfter(table, asOf),
                        table.changesAfter(items, birth, asOf).stream())
                .min(LocalDate::compareTo);
    }

    /** Days on which a table begins or ends and another than {@code table} is in force. */
    private Stream<LocalDate> otherTableAfter(PointsTable table, LocalDate asOf) {
        Stream<LocalDate> begun = tables.stream().map(PointsTable::from);
        Stream<LocalDate> ended =
                tables.stream().flatMap(it -> Stream.ofNullable(it.to())).map(it -> it.plusDays(1));
        return Stream.concat(begun, ended)
                .filter(it -> it.isAfter(asOf))
                .filter(
                        it ->
                                on(it).filter(next -> !next.version().equals(table.version()))
                                        .isPresent());
    }

    /** The table in force on a day; the youngest where two are. */
    public Optional<PointsTable> on(LocalDate day) {
        return tables.stream().filter(it -> it.inForce(day)).reduce((first, second) -> second);
    }
}
