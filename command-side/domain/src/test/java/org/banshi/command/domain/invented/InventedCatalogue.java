package org.banshi.command.domain.invented;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.MatterKind;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/** A catalogue of one invented item. County bodies sit in the county, town bodies in the town. */
public record InventedCatalogue(ServiceDefinition only) implements Catalogue, ReferenceData {

    @Override
    public Optional<ServiceDefinition> find(ServiceVersion version) {
        return Optional.of(only).filter(it -> it.version().equals(version));
    }

    @Override
    public Optional<ServiceDefinition> current(String service) {
        return Optional.of(only).filter(it -> it.version().service().equals(service));
    }

    @Override
    public List<ServiceDefinition> current() {
        return List.of(only);
    }

    @Override
    public ReferenceData reference() {
        return this;
    }

    @Override
    public WorkingCalendar calendar() {
        return Calendars.of2026();
    }

    @Override
    public Optional<Text> region(RegionCode region) {
        return Optional.empty();
    }

    @Override
    public List<RegionCode> below(RegionCode region) {
        return List.of();
    }

    @Override
    public RegionCode seat(String body, RegionCode region) {
        return body.startsWith("county") ? region.county() : region;
    }

    @Override
    public Optional<Office> office(String body, RegionCode region) {
        return Optional.empty();
    }

    @Override
    public List<String> bodies() {
        return List.of("town", "county-civil");
    }

    /** A matter that the town tells of. */
    @Override
    public Map<String, MatterKind> matters() {
        Text words = Text.of("灯油", "Oil");
        return Map.of(
                "oil-ration",
                new MatterKind(
                        "oil-ration",
                        words,
                        "town",
                        words,
                        Map.of(
                                "received", new MatterKind.State(words, "", false),
                                "granted", new MatterKind.State(words, "amount", false),
                                "refused", new MatterKind.State(words, "reason", true))));
    }
}
