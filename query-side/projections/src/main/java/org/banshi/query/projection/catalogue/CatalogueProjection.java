package org.banshi.query.projection.catalogue;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the newest published version of each service item. */
public final class CatalogueProjection extends Projection {

    private record Newest(String service, int version) {}

    private static final RowType<Newest> SERVICES =
            new RowType<>(
                    "catalogue_service",
                    List.of("service text", "version integer"),
                    "service",
                    row -> new Newest(row.getString("service"), row.getInt("version")),
                    newest -> new @Nullable Object[] {newest.service(), newest.version()});

    public CatalogueProjection(JdbcTemplate jdbc) {
        super(Views.CATALOGUE, jdbc);
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("catalogue_service", "service", Set.of()));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return type == Published.class;
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Newest> services = new Rows<>(SERVICES, Newest::service, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                CatalogueProjection.take(batch, services);
            }

            @Override
            public void write() {
                services.write();
            }
        };
    }

    private static void take(List<Recorded> batch, Rows<Newest> services) {
        List<Published> events =
                batch.stream()
                        .map(Recorded::event)
                        .filter(Published.class::isInstance)
                        .map(Published.class::cast)
                        .toList();
        services.fetch(events.stream().map(Published::service).distinct().toList(), Set.of());
        for (Published published : events) {
            Newest before = services.get(published.service());
            if (before == null || before.version() < published.version()) {
                services.put(new Newest(published.service(), published.version()));
            }
        }
    }
}
