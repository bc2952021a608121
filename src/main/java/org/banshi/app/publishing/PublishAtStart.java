package org.banshi.app.publishing;

import java.nio.file.Path;
import java.util.Map;
import org.banshi.app.platform.Phases;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.work.Conflicts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what changed in the folder of packages. A package that does not hold is left out, and
 * the version before it goes on being offered.
 */
final class PublishAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PublishAtStart.class);

    private static final Actor PUBLISHER = Actor.system("publishing-at-start");

    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Publisher publisher;
    private final TakenFolders taken;
    private final GoldenProof proof;
    private final BusinessClock clock;
    private volatile boolean running;

    PublishAtStart(
            Path folder,
            Publisher publisher,
            TakenFolders taken,
            GoldenProof proof,
            BusinessClock clock) {
        this.folder = folder;
        this.taken = taken;
        this.publisher = publisher;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public void start() {
        for (Map.Entry<String, PackageFiles> one : DirectoryCatalogue.packages(folder).entrySet()) {
            publish(one.getKey(), one.getValue());
        }
        running = true;
    }

    private void publish(String service, PackageFiles files) {
        if (taken.has(service, files)) {
            // What was published by upload since, or rolled back, stays as it is.
            return;
        }
        if (publisher.isCurrent(service, files)) {
            taken.add(service, files);
            return;
        }
        try {
            if (!proof.isGiven(files)) {
                publisher.check(service, files);
                proof.give(service, files, line -> LOG.debug("{}", line));
            }
            LOG.info("published {}", published(service, files));
            taken.add(service, files);
        } catch (InvalidPackageException | UnprovenException e) {
            LOG.error("{} is not published: {}", service, e.getMessage());
        }
    }

    /** Another node that starts at the same time may be quicker: then its version is this one. */
    private ServiceVersion published(String service, PackageFiles files) {
        for (int attempt = 1; ; attempt++) {
            try {
                return publisher.publish(service, files, new Stamp(clock.now(), PUBLISHER));
            } catch (RuntimeException overtaken) {
                if (attempt == ATTEMPTS || !Conflicts.isConflict(overtaken)) {
                    throw overtaken;
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.PUBLISH;
    }
}
