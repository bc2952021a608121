package org.banshi.catalogue.points;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.catalogue.points.Indicator.Group;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.jspecify.annotations.Nullable;

/** Reads the files of {@code bpmn/points}: one version of the table each. */
public final class PointsTableReader {

    private final Findings findings;
    private final Map<String, PointsTable> read = new LinkedHashMap<>();

    private PointsTableReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * @param files content by path; whatever is wrong becomes a finding
     */
    public static PointsTables read(Map<String, byte[]> files, Findings findings) {
        PointsTableReader reader = new PointsTableReader(findings);
        Map<String, Located> based = new LinkedHashMap<>();
        new TreeMap<>(files)
                .forEach(
                        (file, bytes) -> {
                            Located root = YamlSource.read(file, bytes, findings);
                            if (root.entries().containsKey("basedOn")) {
                                based.put(file, root);
                            } else {
                                reader.add(root, bytes);
                            }
                        });
        based.forEach((file, root) -> reader.add(root, files.get(file)));
        return new PointsTables(reader.read.values());
    }

    private void add(Located root, byte[] bytes) {
        Fields fields = new Fields(root, findings);
        String version = fields.text("version");
        boolean provisional = fields.flag("provisional", false);
        PointsTable table =
                new PointsTable(
                        version,
                        digest(root, bytes),
                        fields.words("name"),
                        day(root, fields.text("from"), LocalDate.MAX),
                        fields.optional("to")
                                .map(it -> day(root, it.text(), LocalDate.MIN))
                                .orElse(null),
                        provisional,
                        fields.text("source"),
                        indicators(fields));
        fields.done();
        if (read.put(version, table) != null) {
            findings.add(root, "version " + version + " is there twice", "Rename one of them");
        }
    }

    private List<Indicator> indicators(Fields fields) {
        List<Indicator> indicators = new ArrayList<>();
        fields.optional("basedOn")
                .ifPresent(
                        base -> {
                            PointsTable other = read.get(String.valueOf(base.text()));
                            if (other == null) {
                                findings.add(base, "no such table", "Name a table of this folder");
                            } else {
                                other.indicators().forEach(it -> indicators.add(unconfirmed(it)));
                            }
                        });
        fields.entries("indicators", it -> it)
                .forEach((key, at) -> indicators.add(indicator(key, at)));
        return indicators;
    }

    private static Indicator unconfirmed(Indicator it) {
        return new Indicator(
                it.key(),
                it.group(),
                it.name(),
                it.measure(),
                it.choice(),
                it.settlement(),
                it.source(),
                true);
    }

    private Indicator indicator(String key, Located at) {
        Fields fields = new Fields(at, findings);
        Indicator indicator =
                new Indicator(
                        key,
                        group(fields),
                        fields.words("name"),
                        measure(fields),
                        fields.optional("choice").map(Located::text).orElse(null),
                        fields.flag("settlement", true),
                        fields.text("source"),
                        fields.flag("provisional", false));
        fields.done();
        return indicator;
    }

    private Group group(Fields fields) {
        String word = fields.text("group");
        for (Group group : Group.values()) {
            if (group.name().toLowerCase(Locale.ROOT).equals(word)) {
                return group;
            }
        }
        findings.add(fields.at().nearest("group"), "no such group", "Use base, plus or minus");
        return Group.BASE;
    }

    private Measure measure(Fields fields) {
        String word = fields.text("measure");
        return switch (word) {
            case "full-years" -> new Measure.FullYears(points(fields), cap(fields));
            case "insured-years" -> new Measure.InsuredYears(points(fields), fields.texts("parts"));
            case "age" -> age(fields);
            case "level" -> new Measure.Level(levels(fields), number(fields, "bonus"));
            case "shares" -> new Measure.Shares(points(fields), cap(fields), within(fields));
            case "events" -> new Measure.Events(points(fields), cap(fields), within(fields));
            case "hours" ->
                    new Measure.Hours(
                            points(fields),
                            fields.integer("hours"),
                            number(fields, "yearly"),
                            cap(fields),
                            within(fields));
            case "held" ->
                    new Measure.Held(points(fields), number(fields, "each"), number(fields, "cap"));
            case "amount" -> new Measure.Amount(number(fields, "above"), points(fields));
            case "bar" -> new Measure.Bar(within(fields));
            case "unknown" -> new Measure.Unknown();
            default -> {
                findings.add(
                        fields.at().nearest("measure"),
                        "\"" + word + "\" is not a measure",
                        "Use full-years, insured-years, age, level, shares, events, hours, held,"
                                + " amount, bar or unknown");
                yield new Measure.Unknown();
            }
        };
    }

    private Measure age(Fields fields) {
        List<Measure.Age.Band> bands =
                fields.items(
                        "bands",
                        at -> {
                            Fields band = new Fields(at, findings);
                            Measure.Age.Band read =
                                    new Measure.Age.Band(
                                            band.integer("from"),
                                            band.integer("to"),
                                            number(band, "points"));
                            band.done();
                            return read;
                        });
        if (bands.isEmpty()) {
            findings.add(fields.at(), "no band of ages", "Add bands, the youngest first");
            return new Measure.Unknown();
        }
        return new Measure.Age(
                bands, number(fields, "further"), fields.flag("furtherProvisional", false));
    }

    private Map<String, BigDecimal> levels(Fields fields) {
        return fields.entries("levels", it -> decimal(it, it.text()));
    }

    private static int within(Fields fields) {
        return fields.integer("within", 0);
    }

    private BigDecimal points(Fields fields) {
        return decimal(fields.at().nearest("points"), fields.text("points"));
    }

    private @Nullable BigDecimal cap(Fields fields) {
        return fields.optional("cap").map(it -> decimal(it, it.text())).orElse(null);
    }

    private BigDecimal number(Fields fields, String key) {
        return fields.optional(key).map(it -> decimal(it, it.text())).orElse(BigDecimal.ZERO);
    }

    private BigDecimal decimal(Located at, @Nullable String text) {
        try {
            return new BigDecimal(text == null ? "" : text);
        } catch (NumberFormatException wrong) {
            findings.add(at, "not a number", "Write it like 20");
            return BigDecimal.ZERO;
        }
    }

    private LocalDate day(Located at, @Nullable String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException wrong) {
            findings.add(at, "not a date", "Write it like 2021-11-16");
            return otherwise;
        }
    }

    /** Of the file and, where it rests on another table, of that too. */
    private String digest(Located root, byte[] bytes) {
        Located base = root.find("basedOn");
        PointsTable other = base == null ? null : read.get(String.valueOf(base.text()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (other != null) {
                digest.update(other.digest().getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
