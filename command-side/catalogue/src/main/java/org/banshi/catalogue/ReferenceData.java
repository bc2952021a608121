package org.banshi.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.ServiceDefinition.ActWords;
import org.banshi.catalogue.points.PointsTables;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/** Regions, bodies and calendars, read from {@code bpmn/}. */
public interface ReferenceData {

    /** The one register that is kept here: of points accounts. */
    String POINTS_ACCOUNTS = "points-account";

    WorkingCalendar calendar();

    /** Name of a region, or empty when it is unknown. */
    Optional<Text> region(RegionCode region);

    /** The regions directly below {@code region}, in the order of the data. */
    List<RegionCode> below(RegionCode region);

    /**
     * The region in which {@code body} acts for a case of {@code region}: a county body looks after
     * its towns.
     */
    RegionCode seat(String body, RegionCode region);

    /** What the body is called in that region, and its phone. */
    Optional<Office> office(String body, RegionCode region);

    /** Keys of all bodies. */
    List<String> bodies();

    /** Categories for browsing, by key, in the order of the data. */
    default Map<String, Text> categories() {
        return Map.of();
    }

    /** What happens in a life and what helps then, by key, in the order of the data. */
    default Map<String, LifeEvent> lifeEvents() {
        return Map.of();
    }

    /** The words that every package shares, by stored event name. */
    default Map<String, ActWords> words() {
        return Map.of();
    }

    /**
     * How staff read the facts of a case's past: a fact's name by its key, and a coded value by
     * {@code key.value}.
     */
    default Map<String, Text> factWords() {
        return Map.of();
    }

    /** Tables of indicators and points. */
    default PointsTables pointsTables() {
        return PointsTables.NONE;
    }

    /** What codes of sources stand for. */
    default Sources sources() {
        return Sources.NONE;
    }

    /** Matters that other departments handle and tell of, by key, in the order of the data. */
    default Map<String, MatterKind> matters() {
        return Map.of();
    }

    /** Names of the letters on paper that a case can be sent; empty where none are told. */
    default Set<String> letters() {
        return Set.of();
    }

    /** Names of the registers that can be asked; empty where none are told. */
    default Set<String> registers() {
        return Set.of();
    }

    /**
     * A body in a region.
     *
     * @param phone shown to citizens
     */
    record Office(String body, RegionCode region, Text name, String phone, Text address) {}
}
