package org.banshi.catalogue;

import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.ServiceVersion;

/** The published service items, by version. Safe for use by many threads. */
public interface Catalogue {

    /** The definition that a case pinned. */
    Optional<ServiceDefinition> find(ServiceVersion version);

    /** The newest published version of an item. */
    Optional<ServiceDefinition> current(String service);

    /** The newest published version of every item, by name of the item. */
    List<ServiceDefinition> current();

    /** The reference data that packages rest on. */
    ReferenceData reference();
}
