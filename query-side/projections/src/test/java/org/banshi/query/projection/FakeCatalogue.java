package org.banshi.query.projection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/** Invented service items; offices have telling names and phones. */
final class FakeCatalogue implements Catalogue, ReferenceData {

    private static final ReferenceData REAL = YamlReferenceData.read(Path.of("../../bpmn"));

    final List<ServiceDefinition> services = new ArrayList<>();

    FakeCatalogue(ServiceDefinition... services) {
        this.services.addAll(List.of(services));
    }

    @Override
    public Optional<ServiceDefinition> find(ServiceVersion version) {
        return services.stream().filter(service -> service.version().equals(version)).findFirst();
    }

    @Override
    public Optional<ServiceDefinition> current(String service) {
        return services.stream()
                .filter(known -> known.version().service().equals(service))
                .max((a, b) -> a.version().version() - b.version().version());
    }

    @Override
    public List<ServiceDefinition> current() {
        return services;
    }

    @Override
    public ReferenceData reference() {
        return this;
    }

    @Override
    public WorkingCalendar calendar() {
        return new WorkingCalendar(
                Map.of(
                        2026,
                        new WorkingCalendar.Year(
                                true,
                                Set.of(LocalDate.of(2026, 9, 25)),
                                Set.of(LocalDate.of(2026, 9, 20)),
                                Set.of())));
    }

    @Override
    public Optional<Text> region(RegionCode region) {
        return Optional.of(Text.of("地区" + region, "Region " + region));
    }

    @Override
    public List<RegionCode> below(RegionCode region) {
        return List.of();
    }

    @Override
    public RegionCode seat(String body, RegionCode region) {
        return body.equals("county") ? region.county() : region;
    }

    @Override
    public Optional<Office> office(String body, RegionCode region) {
        return Optional.of(
                new Office(
                        body,
                        region,
                        Text.of(body + "办" + region, body + " office " + region),
                        "020-" + region,
                        Text.of("地址", "address")));
    }

    @Override
    public List<String> bodies() {
        return List.of("town", "county");
    }

    /** The words that staff really read. */
    @Override
    public Map<String, Text> factWords() {
        return REAL.factWords();
    }
}
