package org.banshi.web.page;

import java.util.List;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cities and districts to choose from. */
@Component
public class Regions {

    /** The province that this platform serves. */
    static final RegionCode PROVINCE = new RegionCode("440000");

    /** One to choose. */
    public record Choice(String code, Text name) {}

    private final Catalogue catalogue;

    public Regions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The cities of the province. */
    public List<Choice> cities() {
        return below(PROVINCE);
    }

    /** The districts of a city; empty where the code is none of a city. */
    public List<Choice> districts(@Nullable String city) {
        return city == null || !city.matches("\\d{4}00") ? List.of() : below(new RegionCode(city));
    }

    /** The region of a code if it is known. */
    public @Nullable RegionCode known(@Nullable String code) {
        if (code == null || !code.matches("\\d{6}(\\d{3})?")) {
            return null;
        }
        RegionCode region = new RegionCode(code);
        return catalogue.reference().region(region).isPresent() ? region : null;
    }

    /** City and district in words, such as 广州市天河区. */
    public Text name(String code) {
        RegionCode region = known(code);
        if (region == null) {
            return Text.of(code, code);
        }
        Text own = catalogue.reference().region(region).orElse(Text.of(code, code));
        Text city =
                region.city().equals(region)
                        ? null
                        : catalogue.reference().region(region.city()).orElse(null);
        return city == null ? own : Text.of(city.zh() + own.zh(), own.en() + ", " + city.en());
    }

    /** The regions directly below one. */
    public List<Choice> below(RegionCode region) {
        return catalogue.reference().below(region).stream()
                .map(
                        code ->
                                new Choice(
                                        code.value(),
                                        catalogue
                                                .reference()
                                                .region(code)
                                                .orElse(Text.of(code.value(), code.value()))))
                .toList();
    }
}
