package org.banshi.web.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.LifeEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the home page lays out the items: by category, or for something that happened. */
@Component
class Shelves {

    /** Items under a heading. {@code key} names the heading in the page. */
    record Shelf(String key, Text name, List<ServiceRow> rows) {}

    private final Catalogue catalogue;

    Shelves(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What happens in a life. */
    List<LifeEvent> events() {
        return List.copyOf(catalogue.reference().lifeEvents().values());
    }

    /** The one that was asked for, if there is such a thing. */
    Optional<LifeEvent> event(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(catalogue.reference().lifeEvents().get(key));
    }

    /** What helps then, the first to look at first. */
    static List<ServiceRow> helping(LifeEvent event, List<ServiceRow> rows) {
        return event.services().stream()
                .flatMap(service -> rows.stream().filter(row -> row.service().equals(service)))
                .toList();
    }

    /** By category, in the order of the data; those without an item are left out. */
    List<Shelf> byCategory(List<ServiceRow> rows) {
        List<Shelf> shelves = new ArrayList<>();
        for (Map.Entry<String, Text> category : catalogue.reference().categories().entrySet()) {
            List<ServiceRow> on =
                    rows.stream().filter(row -> row.category().equals(category.getKey())).toList();
            if (!on.isEmpty()) {
                shelves.add(new Shelf(category.getKey(), category.getValue(), on));
            }
        }
        return shelves;
    }
}
