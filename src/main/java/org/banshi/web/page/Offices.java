package org.banshi.web.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.springframework.stereotype.Component;

/** What offices are called. */
@Component
public class Offices {

    private static final Pattern OFFICE = Pattern.compile("([a-z0-9-]+)[: ](\\d{6}(?:\\d{3})?)");

    private final Catalogue catalogue;

    public Offices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The name of {@code body:region} or {@code body region}; what is none is shown as it is. */
    public Text name(String office) {
        Matcher parts = OFFICE.matcher(office);
        return parts.matches()
                ? catalogue
                        .reference()
                        .office(parts.group(1), new RegionCode(parts.group(2)))
                        .map(ReferenceData.Office::name)
                        .orElse(Text.of(office, office))
                : Text.of(office, office);
    }
}
