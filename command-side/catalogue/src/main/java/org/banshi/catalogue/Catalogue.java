package org.banshi.catalogue;

import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.ServiceVersion;

/** The published service items, by version. Safe for use by many threads. */
public interface Catalogue {

    /** The definition that a case pinned. */
    Optional<ServiceDefinition> find(ServiceVersion version);

    /** The version of an item on which new cases begin: the newest, unless it was rolled back. */
    Optional<ServiceDefinition> current(String service);

    /** That version of every item, by name of the item. */
    List<ServiceDefinition> current();

    /** Every published version of an item, the oldest first. */
    default List<ServiceVersion> versions(String service) {
        return current(service).map(ServiceDefinition::version).stream().toList();
    }

    /** The reference data that packages rest on. */
    ReferenceData reference();
}
