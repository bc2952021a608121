package org.banshi.app.publishing;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.check.PackageValidator;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.version.VersionMoves;
import org.banshi.process.work.RootWork;

/** Makes a package the next version of its item. */
public final class Publisher {

    private final Catalogue catalogue;
    private final PackageShelf shelf;
    private final RootWork root;
    private final CommandGateway commands;
    private final ProcessDeployer deployer;
    private final VersionMoves moves;
    private final Uploads uploads;
    private final PackageValidator validator;
    private final PackageLoader loader;

    Publisher(
            Catalogue catalogue,
            PackageShelf shelf,
            RootWork root,
            CommandGateway commands,
            ProcessDeployer deployer,
            VersionMoves moves,
            Uploads uploads) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.root = root;
        this.commands = commands;
        this.deployer = deployer;
        this.moves = moves;
        this.uploads = uploads;
        this.validator = new PackageValidator(catalogue.reference());
        this.loader = new PackageLoader(catalogue.reference());
    }

    /** Whether this is what citizens are offered now. */
    public boolean isCurrent(String service, PackageFiles files) {
        Optional<ServiceDefinition> current = catalogue.current(service);
        return current.isPresent() && current.get().contentHash().equals(files.contentHash());
    }

    /**
     * Checks all parts of the package together.
     *
     * @throws InvalidPackageException with everything that has to be mended
     */
    public void check(String service, PackageFiles files) {
        List<Finding> findings = validator.validate(service, files);
        if (!findings.isEmpty()) {
            throw new InvalidPackageException(service, findings);
        }
    }

    /**
     * Publishes a package that was checked: its files, its process and the event are one
     * transaction, so that no case can begin on a version that the engine does not know.
     *
     * @return the version
     */
    public ServiceVersion publish(String service, PackageFiles files, Stamp stamp) {
        return root.run(
                stamp,
                () ->
                        carryOut(
                                service,
                                files,
                                new ServiceItemCommand.Publish(
                                        service, files.contentHash(), stamp)));
    }

    /**
     * As part of the current work: whatever {@code command} answers is the version. Uploads of the
     * same content end with it, whoever handed them in.
     */
    ServiceVersion carryOut(String service, PackageFiles files, ServiceItemCommand command) {
        shelf.put(files);
        int version = commands.sendAndWait(command);
        ServiceVersion published = new ServiceVersion(service, version);
        ServiceDefinition definition = loader.load(published, files);
        deployer.deploy(definition);
        moves.begin(definition);
        uploads.published(published, files.contentHash());
        return published;
    }

    /**
     * Whether another than who uploaded it has to publish: the package says so, or what it
     * replaces.
     */
    boolean takesTwo(String service, PackageFiles files) {
        return loader.load(new ServiceVersion(service, 1), files).publishing().fourEyes()
                || takesTwo(service);
    }

    /** Whether what is offered now demands it. */
    boolean takesTwo(String service) {
        return catalogue.current(service).map(it -> it.publishing().fourEyes()).orElse(false);
    }

    /** Everything that has to be mended. */
    List<Finding> findings(String service, PackageFiles files) {
        return validator.validate(service, files);
    }
}
