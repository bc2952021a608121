package org.banshi.web.diagram;

import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.springframework.stereotype.Component;

/** Keeps the pictures that were asked for last: a package never changes. */
@Component
public class Diagrams {

    private static final int KEPT = 32;

    private final Map<String, Diagram> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Diagram> eldest) {
                    return size() > KEPT;
                }
            };

    /** The picture of an item's process. */
    public Diagram of(ServiceDefinition service) {
        synchronized (kept) {
            return kept.computeIfAbsent(
                    service.contentHash(), hash -> DiagramReader.read(service.process()));
        }
    }
}
