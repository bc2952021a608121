package org.banshi.query.projection.catalogue;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.RolledBack;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the version of each service item on which new cases begin. */
public final class CatalogueProjection extends Projection {

    private record Offered(String service, int version) {}

    private static final RowType<Offered> SERVICES =
            new RowType<>(
                    "catalogue_service",
                    List.of("service text", "version integer"),
                    "service",
                    row -> new Offered(row.getString("service"), row.getInt("version")),
                    offered -> new @Nullable Object[] {offered.service(), offered.version()});

    public CatalogueProjection(JdbcTemplate jdbc) {
        super(Views.CATALOGUE, jdbc);
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("catalogue_service", "service", Set.of()));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return type == Published.class || type == RolledBack.class;
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Offered> services = new Rows<>(SERVICES, Offered::service, store);
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

    private static void take(List<Recorded> batch, Rows<Offered> services) {
        List<Event> events =
                batch.stream()
                        .map(Recorded::event)
                        .filter(it -> it instanceof Published || it instanceof RolledBack)
                        .toList();
        services.fetch(
                events.stream().map(it -> ((ServiceItemEvent) it).service()).distinct().toList(),
                Set.of());
        for (Event event : events) {
            if (event instanceof RolledBack back) {
                services.put(new Offered(back.service(), back.version()));
            } else if (event instanceof Published published) {
                Offered before = services.get(published.service());
                if (before == null || before.version() < published.version()) {
                    services.put(new Offered(published.service(), published.version()));
                }
            }
        }
    }
}
