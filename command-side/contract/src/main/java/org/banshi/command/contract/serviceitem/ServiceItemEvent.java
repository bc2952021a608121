package org.banshi.command.contract.serviceitem;

import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;

/** The whole story of a service item. */
public sealed interface ServiceItemEvent extends Event {

    String service();

    /** Somebody handed a package in, to be checked and looked at. {@code upload} is its id. */
    @Stored("service-item.uploaded")
    record Uploaded(String service, String upload, String contentHash)
            implements ServiceItemEvent {}

    /** An uploaded package was put away. */
    @Stored("service-item.upload-discarded")
    record UploadDiscarded(String service, String upload) implements ServiceItemEvent {}

    /**
     * New cases begin on it from now on. {@code contentHash}: SHA-256 over the package's files; the
     * files themselves are kept by that hash.
     */
    @Stored("service-item.published")
    record Published(String service, int version, String contentHash) implements ServiceItemEvent {}

    /** Where four eyes are demanded: somebody else has to confirm it. */
    @Stored("service-item.rollback-proposed")
    record RollbackProposed(String service, int version) implements ServiceItemEvent {}

    /** New cases begin on an earlier version again; running ones stay where they are. */
    @Stored("service-item.rolled-back")
    record RolledBack(String service, int version) implements ServiceItemEvent {}
}
