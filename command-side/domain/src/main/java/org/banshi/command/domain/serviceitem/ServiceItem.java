package org.banshi.command.domain.serviceitem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** A service item: packages handed in for it, and its published versions, counted from 1. */
@AggregateRoot(type = "service-item")
public final class ServiceItem {

    @AggregateIdentifier private String service;

    /** Content hash of each version, the first at 0. */
    private final List<String> versions = new ArrayList<>();

    private final Map<String, Waiting> uploads = new HashMap<>();

    /** On which new cases begin; 0 before the first. */
    private int offered;

    private @Nullable Proposal proposal;

    /** A package that was handed in. */
    private record Waiting(String contentHash, String by) {}

    /** A roll-back that somebody else has to confirm. */
    private record Proposal(int version, String by) {}

    /** For the repository, before it replays the stream or has it created. */
    ServiceItem() {}

    /** Answers the current version, new or not. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int handle(ServiceItemCommand.Publish command) {
        Recording.record(
                isOffered(command.contentHash())
                        ? Verdict.NOTHING
                        : published(command.service(), command.contentHash()),
                command.stamp());
        return offered;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ServiceItemCommand.Upload command) {
        Recording.record(
                uploads.containsKey(command.upload())
                        ? Verdict.NOTHING
                        : Verdict.happens(
                                new ServiceItemEvent.Uploaded(
                                        command.service(),
                                        command.upload(),
                                        command.contentHash())),
                command.stamp());
    }

    /** Nothing where the upload is not open: its content was published, or it was put away. */
    @CommandHandler
    void handle(ServiceItemCommand.Discard command) {
        Recording.record(
                uploads.containsKey(command.upload())
                        ? Verdict.happens(
                                new ServiceItemEvent.UploadDiscarded(
                                        command.service(), command.upload()))
                        : Verdict.NOTHING,
                command.stamp());
    }

    /** Answers the version that it became. */
    @CommandHandler
    int handle(ServiceItemCommand.PublishUpload command) {
        Recording.record(decide(command), command.stamp());
        return offered;
    }

    private Verdict decide(ServiceItemCommand.PublishUpload command) {
        Waiting upload = uploads.get(command.upload());
        if (upload == null) {
            return Verdict.refused(PublishingRefusals.NO_UPLOAD);
        }
        if (command.fourEyes() && upload.by().equals(command.stamp().by().account())) {
            return Verdict.refused(PublishingRefusals.FOUR_EYES);
        }
        return isOffered(upload.contentHash())
                ? Verdict.refused(PublishingRefusals.OFFERED_NOW)
                : published(command.service(), upload.contentHash());
    }

    @CommandHandler
    void handle(ServiceItemCommand.RollBack command) {
        Recording.record(decide(command), command.stamp());
    }

    private Verdict decide(ServiceItemCommand.RollBack command) {
        int version = command.version();
        if (version < 1 || version > versions.size()) {
            return Verdict.refused(PublishingRefusals.NO_VERSION);
        }
        if (version == offered) {
            return Verdict.refused(PublishingRefusals.OFFERED_NOW);
        }
        Proposal open = proposal;
        if (!command.fourEyes()) {
            return Verdict.happens(new ServiceItemEvent.RolledBack(command.service(), version));
        }
        if (open == null || open.version() != version) {
            return Verdict.happens(
                    new ServiceItemEvent.RollbackProposed(command.service(), version));
        }
        return open.by().equals(command.stamp().by().account())
                ? Verdict.refused(PublishingRefusals.FOUR_EYES)
                : Verdict.happens(new ServiceItemEvent.RolledBack(command.service(), version));
    }

    private boolean isOffered(String contentHash) {
        return offered > 0 && versions.get(offered - 1).equals(contentHash);
    }

    private Verdict published(String item, String contentHash) {
        return Verdict.happens(
                new ServiceItemEvent.Published(item, versions.size() + 1, contentHash));
    }

    @EventSourcingHandler
    void on(ServiceItemEvent event, MetaData metadata) {
        service = event.service();
        if (event instanceof ServiceItemEvent.Uploaded it) {
            uploads.put(it.upload(), new Waiting(it.contentHash(), by(metadata)));
        } else if (event instanceof ServiceItemEvent.UploadDiscarded it) {
            uploads.remove(it.upload());
        } else if (event instanceof ServiceItemEvent.Published it) {
            versions.add(it.contentHash());
            offered = it.version();
            proposal = null;
            uploads.values().removeIf(one -> one.contentHash().equals(it.contentHash()));
        } else if (event instanceof ServiceItemEvent.RollbackProposed it) {
            proposal = new Proposal(it.version(), by(metadata));
        } else if (event instanceof ServiceItemEvent.RolledBack it) {
            offered = it.version();
            proposal = null;
        }
    }

    private static String by(MetaData metadata) {
        return StampMetadata.from(metadata).by().account();
    }
}
