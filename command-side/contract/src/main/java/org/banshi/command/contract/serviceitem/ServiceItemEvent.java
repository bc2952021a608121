package org.banshi.command.contract.serviceitem;

import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;

/** The whole story of a service item. */
public sealed interface ServiceItemEvent extends Event {

    String service();

    /**
     * {@code contentHash}: SHA-256 over the package's files; the files themselves are kept by that
     * hash.
     */
    @Stored("service-item.published")
    record Published(String service, int version, String contentHash) implements ServiceItemEvent {}
}
