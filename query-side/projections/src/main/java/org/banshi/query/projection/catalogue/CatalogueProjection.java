package org.banshi.query.projection.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the newest published version of each service item. */
public final class CatalogueProjection extends Projection {

    public CatalogueProjection(JdbcTemplate jdbc) {
        super(Views.CATALOGUE, jdbc);
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("catalogue_service", "service", Set.of()));
    }

    @Override
    public void handle(List<Recorded> batch) {
        Map<String, Integer> newest = new TreeMap<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Published published) {
                newest.merge(published.service(), published.version(), Math::max);
            }
        }
        if (newest.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                INSERT INTO catalogue_service (service, version)
                SELECT * FROM unnest(?::text[], ?::integer[])
                ON CONFLICT (service) DO UPDATE
                SET version = greatest(catalogue_service.version, excluded.version)
                """,
                newest.keySet().toArray(String[]::new),
                newest.values().toArray(Integer[]::new));
    }
}
