package org.banshi.catalogue.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.ReferenceData.Office;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/**
 * A body of {@code bodies.yaml}: a sort of office that stands once in each region of its level.
 *
 * @param name with {@code {region}} where the region's name goes
 * @param phone where an office gives none
 * @param address where an office gives none
 */
record Body(
        String key,
        Level level,
        Text name,
        String phone,
        Text address,
        Map<RegionCode, OfficeEntry> offices) {

    /** At which level of regions a body has its seats. */
    enum Level {
        TOWN,
        COUNTY,
        CITY,
        PROVINCE
    }

    /** What one office says of itself. */
    record OfficeEntry(Optional<Text> name, Optional<String> phone, Optional<Text> address) {

        static final OfficeEntry SILENT =
                new OfficeEntry(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Body read(String key, Located at, Findings findings) {
        Fields fields = new Fields(at, findings);
        String word = fields.text("level");
        Optional<Level> level =
                Arrays.stream(Level.values())
                        .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst();
        if (level.isEmpty()) {
            findings.add(
                    at.nearest("level"),
                    "\"" + word + "\" is not a level",
                    "Use town, county, city or province");
        }
        Body body =
                new Body(
                        key,
                        level.orElse(Level.COUNTY),
                        fields.words("name"),
                        fields.text("phone", "12345"),
                        fields.optionalWords("address").orElse(Text.of("", "")),
                        offices(fields, findings));
        fields.done();
        return body;
    }

    private static Map<RegionCode, OfficeEntry> offices(Fields fields, Findings findings) {
        Map<RegionCode, OfficeEntry> offices = new LinkedHashMap<>();
        fields.entries("offices", at -> at)
                .forEach(
                        (region, at) -> {
                            if (region.matches("\\d{6}(\\d{3})?")) {
                                offices.put(new RegionCode(region), office(at, findings));
                            } else {
                                findings.add(at, "not a region code", "Write 6 or 9 digits");
                            }
                        });
        return offices;
    }

    private static OfficeEntry office(Located at, Findings findings) {
        Fields fields = new Fields(at, findings);
        OfficeEntry office =
                new OfficeEntry(
                        fields.optionalWords("name"),
                        fields.optional("phone").map(Located::text),
                        fields.optionalWords("address"));
        fields.done();
        return office;
    }

    /** The region in which it acts for a case of {@code region}. */
    RegionCode seat(RegionCode region) {
        return switch (level) {
            case TOWN -> region;
            case COUNTY -> region.county();
            case CITY -> region.city();
            case PROVINCE -> region.province();
        };
    }

    /**
     * The office in a region of that name. A town that says nothing of itself is reached by its
     * county's phone.
     */
    Office office(RegionCode region, Text regionName) {
        OfficeEntry own = offices.getOrDefault(region, OfficeEntry.SILENT);
        OfficeEntry county = offices.getOrDefault(region.county(), OfficeEntry.SILENT);
        Text usual =
                Text.of(
                        name.zh().replace("{region}", regionName.zh()),
                        name.en().replace("{region}", regionName.en()));
        return new Office(
                key,
                region,
                own.name().orElse(usual),
                own.phone().or(county::phone).orElse(phone),
                own.address().or(county::address).orElse(address));
    }
}
