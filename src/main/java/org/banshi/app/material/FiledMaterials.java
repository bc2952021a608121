package org.banshi.app.material;

import java.util.List;
import java.util.stream.Stream;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.PostingProved;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes of each paper that an event names that it was filed. One by another id than papers are kept
 * under is kept nowhere here, and nothing is to be noted of it.
 */
public final class FiledMaterials implements Subscription {

    /** Name of this reader of the log. */
    public static final String NAME = "filed-materials";

    private final JdbcClient jdbc;

    public FiledMaterials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Recorded recorded) {
        return papers(recorded.event()).findAny().isPresent();
    }

    @Override
    public void handle(List<Recorded> batch) {
        String[] filed =
                batch.stream()
                        .map(Recorded::event)
                        .flatMap(FiledMaterials::papers)
                        .map(Material::id)
                        .filter(MaterialStore::isId)
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        if (filed.length > 0) {
            jdbc.sql("update material set filed = true where id = any(:ids::uuid[])")
                    .param("ids", filed)
                    .update();
        }
    }

    private static Stream<Material> papers(Event event) {
        if (event instanceof Applied applied) {
            return applied.materials().stream();
        }
        if (event instanceof ArbitrationEvent.EvidenceFiled evidence) {
            return evidence.materials().stream();
        }
        if (event instanceof PostingProved proved) {
            return Stream.of(proved.photo());
        }
        return event instanceof Supplemented supplemented
                ? supplemented.materials().stream()
                : Stream.empty();
    }
}
