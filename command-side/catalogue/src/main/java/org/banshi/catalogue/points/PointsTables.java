package org.banshi.catalogue.points;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** The table in force on a day; the youngest where two are. */
    public Optional<PointsTable> on(LocalDate day) {
        return tables.stream().filter(it -> it.inForce(day)).reduce((first, second) -> second);
    }
}
