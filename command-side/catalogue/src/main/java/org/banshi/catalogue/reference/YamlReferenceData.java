package org.banshi.catalogue.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.LifeEvent;
import org.banshi.catalogue.MatterKind;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition.ActWords;
import org.banshi.catalogue.Sources;
import org.banshi.catalogue.manifest.ManifestReader;
import org.banshi.catalogue.points.PointsTableReader;
import org.banshi.catalogue.points.PointsTables;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/** The reference data of a {@code bpmn/} folder, read once and immutable. */
public final class YamlReferenceData implements ReferenceData {

    private static final String LIFE_EVENTS = "life-events.yaml";

    private final WorkingCalendar calendar;
    private final RegionTree regions;
    private final Map<String, Body> bodies;
    private final Map<String, Text> categories;
    private final Map<String, ActWords> words;
    private final Map<String, Text> factWords;
    private final PointsTables pointsTables;
    private final Map<String, MatterKind> matters;
    private final Sources sources;
    private final Set<String> letters;
    private final Set<String> registers;
    private final Map<String, LifeEvent> lifeEvents;

    private YamlReferenceData(Path folder, Findings findings) {
        this.calendar = new WorkingCalendar(calendars(folder.resolve("calendars"), findings));
        this.regions = RegionTree.read(read(folder, "regions.yaml", findings), findings);
        this.bodies =
                keyed(
                        read(folder, "bodies.yaml", findings).nearest("bodies"),
                        (key, at) -> Body.read(key, at, findings));
        this.categories =
                keyed(
                        read(folder, "categories.yaml", findings).nearest("categories"),
                        (key, at) -> Fields.words(at, findings));
        this.words =
                keyed(
                        read(folder, "words/acts.yaml", findings),
                        (key, at) -> ManifestReader.actWords(at, findings));
        this.factWords =
                keyed(
                        read(folder, "words/facts.yaml", findings),
                        (key, at) -> Fields.words(at, findings));
        this.pointsTables = pointsTables(folder.resolve("points"), findings);
        this.matters =
                Files.isRegularFile(folder.resolve(MatterReader.FILE))
                        ? keyed(
                                read(folder, MatterReader.FILE, findings),
                                (key, at) -> MatterReader.read(key, at, bodies, findings))
                        : Map.of();
        this.sources =
                Files.isRegularFile(folder.resolve(SourceReader.FILE))
                        ? SourceReader.read(read(folder, SourceReader.FILE, findings), findings)
                        : Sources.NONE;
        this.letters = names(folder.resolve("letters"));
        this.registers = new TreeSet<>(names(folder.resolve("registers")));
        if (!registers.isEmpty()) {
            registers.add(POINTS_ACCOUNTS);
        }
        this.lifeEvents =
                Files.isRegularFile(folder.resolve(LIFE_EVENTS))
                        ? keyed(
                                read(folder, LIFE_EVENTS, findings),
                                (key, at) -> lifeEvent(key, at, findings))
                        : Map.of();
    }

    /**
     * Reads the folder.
     *
     * @throws InvalidPackageException with all findings when there are any
     */
    public static YamlReferenceData read(Path folder) {
        Findings findings = new Findings();
        YamlReferenceData data = new YamlReferenceData(folder, findings);
        if (!findings.isEmpty()) {
            throw new InvalidPackageException(folder.getFileName().toString(), findings.list());
        }
        return data;
    }

    /**
     * The calendar alone, of a folder with a file for each year.
     *
     * @throws InvalidPackageException with all findings when there are any
     */
    public static WorkingCalendar readCalendar(Path folder) {
        Findings findings = new Findings();
        WorkingCalendar calendar = new WorkingCalendar(calendars(folder, findings));
        if (!findings.isEmpty()) {
            throw new InvalidPackageException("calendars", findings.list());
        }
        return calendar;
    }

    private interface Entry<T> {
        T read(String key, Located at);
    }

    private static <T> Map<String, T> keyed(Located map, Entry<T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        map.entries().forEach((key, at) -> entries.put(key, reader.read(key, at)));
        return Collections.unmodifiableMap(entries);
    }

    private static Located read(Path folder, String file, Findings findings) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            findings.add(file, 1, "the file is missing", "Add it");
            return Located.empty(file);
        }
        return YamlSource.read(file, bytes(path), findings);
    }

    private static Map<Integer, WorkingCalendar.Year> calendars(Path folder, Findings findings) {
        Map<Integer, WorkingCalendar.Year> years = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.matches("\\d{4}\\.yaml")) {
                    CalendarReader reader = new CalendarReader("calendars/" + name, findings);
                    years.put(reader.year(), reader.read(bytes(path)));
                }
            }
        } catch (IOException missing) {
            findings.add("calendars", 1, "the folder is missing", "Add a file for each year");
        }
        return years;
    }

    /** Of the YAML files of a folder, without their ending; none where it is not there. */
    private static Set<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".yaml"))
                    .map(it -> it.substring(0, it.length() - ".yaml".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PointsTables pointsTables(Path folder, Findings findings) {
        if (!Files.isDirectory(folder)) {
            return PointsTables.NONE;
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.filter(it -> it.getFileName().toString().endsWith(".yaml"))
                    .forEach(it -> files.put("points/" + it.getFileName(), bytes(it)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return PointsTableReader.read(files, findings);
    }

    private static LifeEvent lifeEvent(String key, Located at, Findings findings) {
        Fields fields = new Fields(at, findings);
        Text name = fields.words("name");
        List<String> services = fields.texts("services");
        fields.done();
        if (services.isEmpty()) {
            findings.add(at.nearest("services"), "nothing helps then", "Name an item that does");
        }
        return new LifeEvent(key, name, services);
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public WorkingCalendar calendar() {
        return calendar;
    }

    @Override
    public Optional<Text> region(RegionCode region) {
        return Optional.ofNullable(regions.names().get(region));
    }

    @Override
    public List<RegionCode> below(RegionCode region) {
        return regions.below().getOrDefault(region, List.of());
    }

    @Override
    public RegionCode seat(String body, RegionCode region) {
        Body known = bodies.get(body);
        if (known == null) {
            throw new IllegalArgumentException("unknown body " + body);
        }
        return known.seat(region);
    }

    @Override
    public Optional<Office> office(String body, RegionCode region) {
        return Optional.ofNullable(bodies.get(body))
                .flatMap(known -> region(region).map(name -> known.office(region, name)));
    }

    @Override
    public List<String> bodies() {
        return List.copyOf(bodies.keySet());
    }

    @Override
    public Map<String, Text> categories() {
        return categories;
    }

    @Override
    public Map<String, LifeEvent> lifeEvents() {
        return lifeEvents;
    }

    @Override
    public Map<String, ActWords> words() {
        return words;
    }

    @Override
    public Map<String, Text> factWords() {
        return factWords;
    }

    @Override
    public PointsTables pointsTables() {
        return pointsTables;
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public Map<String, MatterKind> matters() {
        return matters;
    }

    @Override
    public Set<String> letters() {
        return letters;
    }

    @Override
    public Set<String> registers() {
        return registers;
    }
}
