package org.banshi.app.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.publishing.Upload.State;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.version.VersionMoves;
import org.banshi.process.work.SureWork;
import org.jspecify.annotations.Nullable;

/** Takes packages in, shows how items stand, publishes and rolls back. Each act is an event. */
public final class PublishersDesk {

    /** Uploads that wait, of all items. */
    private static final int MOST_OPEN = 50;

    private final Catalogue catalogue;
    private final Uploads uploads;
    private final UploadProofs proofs;
    private final Publisher publisher;
    private final PackageShelf shelf;
    private final RunningCases running;
    private final SureWork work;
    private final CommandGateway commands;
    private final VersionMoves moves;
    private final EventLog log;
    private final PackageLoader loader;

    PublishersDesk(
            Catalogue catalogue,
            Uploads uploads,
            UploadProofs proofs,
            Publisher publisher,
            PackageShelf shelf,
            RunningCases running,
            SureWork work,
            CommandGateway commands,
            VersionMoves moves,
            EventLog log) {
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.proofs = proofs;
        this.publisher = publisher;
        this.shelf = shelf;
        this.running = running;
        this.work = work;
        this.commands = commands;
        this.moves = moves;
        this.log = log;
        this.loader = new PackageLoader(catalogue.reference());
    }

    /**
     * An item in the list.
     *
     * @param offered version on which new cases begin
     * @param versions how many there are
     */
    public record Item(String service, Text name, int offered, int versions) {}

    /**
     * A published version.
     *
     * @param by account of who published it, or the system
     * @param cases that run on it
     */
    public record Version(
            int version, Instant at, String by, String contentHash, boolean offered, long cases) {}

    /**
     * An act on the item.
     *
     * @param kind the event's stored name
     * @param version null where it is of an upload
     */
    public record Act(Instant at, String by, String kind, @Nullable Integer version) {}

    /**
     * How an item stands.
     *
     * @param versions the newest first
     * @param acts the newest first
     * @param proposed version that somebody wants to roll back to; null where nobody does
     * @param takesTwo whether a roll-back has to be confirmed by another
     * @param moves how far running cases have come to the version that is offered; null where it
     *     pins them
     * @param kept how many of them stay, by reason
     */
    public record Story(
            String service,
            Text name,
            List<Version> versions,
            List<Act> acts,
            @Nullable Integer proposed,
            boolean takesTwo,
            VersionMoves.@Nullable Progress moves,
            Map<StayReason, Long> kept) {}

    /** All items, by name of the item. */
    public List<Item> items() {
        return catalogue.current().stream()
                .map(
                        it ->
                                new Item(
                                        it.version().service(),
                                        it.name(),
                                        it.version().version(),
                                        catalogue.versions(it.version().service()).size()))
                .toList();
    }

    /** Uploads that wait for somebody, the newest first. */
    public List<Upload> open() {
        return uploads.open();
    }

    /** An item's versions and acts; empty where there is no such item. */
    public Optional<Story> story(String service) {
        return catalogue.current(service).map(this::story);
    }

    private Story story(ServiceDefinition offered) {
        String service = offered.version().service();
        Map<Integer, Long> cases =
                running.counts(service).stream()
                        .collect(
                                Collectors.toMap(
                                        RunningCases.Count::version, RunningCases.Count::cases));
        List<Version> versions = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        Integer proposed = null;
        for (Recorded recorded : log.readStream(service)) {
            Instant at = recorded.stamp().at();
            String by = recorded.stamp().by().account();
            Integer version = null;
            if (recorded.event() instanceof ServiceItemEvent.Published it) {
                version = it.version();
                proposed = null;
                versions.add(
                        new Version(
                                version,
                                at,
                                by,
                                it.contentHash(),
                                version == offered.version().version(),
                                cases.getOrDefault(version, 0L)));
            } else if (recorded.event() instanceof ServiceItemEvent.RollbackProposed it) {
                version = it.version();
                proposed = version;
            } else if (recorded.event() instanceof ServiceItemEvent.RolledBack it) {
                version = it.version();
                proposed = null;
            }
            acts.add(new Act(at, by, recorded.name(), version));
        }
        versions.sort(Comparator.comparing(Version::version).reversed());
        Collections.reverse(acts);
        return new Story(
                service,
                offered.name(),
                versions,
                acts,
                proposed,
                offered.publishing().fourEyes(),
                moves.progress(offered.version()).orElse(null),
                moves.kept(offered.version()));
    }

    /** A published version's definition and files. */
    public Optional<Content> version(String service, int version) {
        return catalogue
                .find(new ServiceVersion(service, version))
                .map(it -> new Content(it, shelf.get(it.contentHash())));
    }

    /** A package that can be looked at. */
    public record Content(ServiceDefinition definition, PackageFiles files) {}

    /**
     * Takes a ZIP in: checks it, and has its scenarios played.
     *
     * @return id of the upload
     * @throws RefusedException when it is no package
     */
    public String receive(byte[] zip, Stamp stamp) {
        String id = UUID.randomUUID().toString();
        receive(id, zip, stamp, Map.of());
        return id;
    }

    /**
     * The same for a request that may be sent again.
     *
     * @param id of the upload, a UUID
     * @param request metadata of the request, such as its idempotency key
     */
    public void receive(String id, byte[] zip, Stamp stamp, Map<String, String> request) {
        UploadedPackage handed = unpacked(zip);
        if (uploads.open().size() >= MOST_OPEN) {
            throw new RefusedException(DeskRefusals.TOO_MANY);
        }
        String service = handed.service();
        PackageFiles files = handed.files();
        List<Finding> findings = publisher.findings(service, files);
        work.run(
                stamp,
                request,
                () -> {
                    uploads.add(
                            id,
                            service,
                            files,
                            stamp.by().account(),
                            stamp.at(),
                            findings.isEmpty() ? State.WAITING : State.FAULTY,
                            findings,
                            files.paths(PackageLoader.SCENARIOS).size());
                    commands.sendAndWait(
                            new ServiceItemCommand.Upload(service, id, files.contentHash(), stamp));
                });
        proofs.look();
    }

    private static UploadedPackage unpacked(byte[] zip) {
        try {
            return UploadedPackage.read(zip);
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedException(
                    DeskRefusals.noPackage(String.valueOf(unreadable.getMessage())));
        }
    }

    public Optional<Upload> upload(String id) {
        return uploads.find(id);
    }

    /** Whether another than who uploaded it has to publish it. */
    public boolean takesTwo(Upload upload) {
        return publisher.takesTwo(upload.service(), uploads.files(upload.id()));
    }

    /** What an upload holds, as the version that it would become; empty while it cannot be read. */
    public Optional<Content> content(Upload upload) {
        PackageFiles files = uploads.files(upload.id());
        int next = catalogue.versions(upload.service()).size() + 1;
        try {
            return Optional.of(
                    new Content(
                            loader.load(new ServiceVersion(upload.service(), next), files), files));
        } catch (InvalidPackageException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Publishes an upload that is proven.
     *
     * @throws RefusedException when it is not, or this person may not
     */
    public ServiceVersion publish(String id, Stamp stamp) {
        return publish(id, stamp, Map.of());
    }

    /**
     * The same for a request that may be sent again.
     *
     * @param request metadata of the request, such as its idempotency key
     */
    public ServiceVersion publish(String id, Stamp stamp, Map<String, String> request) {
        Upload upload = require(id);
        if (upload.state() != State.PROVEN) {
            throw new RefusedException(DeskRefusals.UNPROVEN);
        }
        PackageFiles files = uploads.files(id);
        if (!publisher.findings(upload.service(), files).isEmpty()) {
            // The reference data that it rests on have changed.
            throw new RefusedException(DeskRefusals.UNPROVEN);
        }
        AtomicReference<ServiceVersion> published = new AtomicReference<>();
        work.run(
                stamp,
                request,
                () ->
                        published.set(
                                publisher.carryOut(
                                        upload.service(),
                                        files,
                                        new ServiceItemCommand.PublishUpload(
                                                upload.service(),
                                                id,
                                                publisher.takesTwo(upload.service(), files),
                                                stamp))));
        return published.get();
    }

    /** Puts an upload away. */
    public void discard(String id, Stamp stamp) {
        discard(id, stamp, Map.of());
    }

    /**
     * The same for a request that may be sent again.
     *
     * @param request metadata of the request, such as its idempotency key
     */
    public void discard(String id, Stamp stamp, Map<String, String> request) {
        Upload upload = require(id);
        work.run(
                stamp,
                request,
                () -> {
                    commands.sendAndWait(
                            new ServiceItemCommand.Discard(upload.service(), id, stamp));
                    if (!uploads.change(id, upload.state(), State.DISCARDED)) {
                        throw new RefusedException(DeskRefusals.NO_UPLOAD);
                    }
                });
    }

    private Upload require(String id) {
        return uploads.find(id)
                .filter(Upload::open)
                .orElseThrow(() -> new RefusedException(DeskRefusals.NO_UPLOAD));
    }

    /**
     * Offers an earlier version to new cases again; where it takes two, proposes or confirms it.
     */
    public void rollBack(String service, int version, Stamp stamp) {
        rollBack(service, version, stamp, Map.of());
    }

    /**
     * The same for a request that may be sent again.
     *
     * @param request metadata of the request, such as its idempotency key
     */
    public void rollBack(String service, int version, Stamp stamp, Map<String, String> request) {
        work.run(
                stamp,
                request,
                () ->
                        commands.sendAndWait(
                                new ServiceItemCommand.RollBack(
                                        service, version, publisher.takesTwo(service), stamp)));
    }

    /** Name of an item; its key where it is new. */
    public Text name(String service) {
        return catalogue
                .current(service)
                .map(ServiceDefinition::name)
                .orElse(Text.of(service, service));
    }
}
