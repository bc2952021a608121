package org.banshi.app.publishing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.follow.Follower;
import org.banshi.catalogue.PublishedCatalogue;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.work.RootWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue of published items, and how items get into it. */
@Configuration(proxyBeanMethods = false)
class PublishingWiring {

    @Bean
    PublishedCatalogue catalogue(BanshiSettings settings) {
        return new PublishedCatalogue(YamlReferenceData.read(settings.bpmn()));
    }

    @Bean
    PackageShelf packageShelf(JdbcClient jdbc) {
        return new PackageShelf(jdbc);
    }

    @Bean
    Follower catalogueFollower(PublishedCatalogue catalogue, PackageShelf shelf) {
        return recorded -> {
            if (recorded.event() instanceof ServiceItemEvent.Published published) {
                catalogue.add(
                        new ServiceVersion(published.service(), published.version()),
                        () -> shelf.get(published.contentHash()));
            }
        };
    }

    @Bean
    Publisher publisher(
            PublishedCatalogue catalogue,
            PackageShelf shelf,
            RootWork root,
            CommandGateway commands,
            ProcessDeployer deployer) {
        return new Publisher(catalogue, shelf, root, commands, deployer);
    }

    @Bean
    Previews previews(PublishedCatalogue catalogue, PackageShelf shelf, RunningCases running) {
        return new Previews(catalogue, shelf, running);
    }

    @Bean
    GoldenProof goldenProof(BanshiSettings settings) {
        if (!settings.playScenarios()) {
            return GoldenProof.NOT_ASKED;
        }
        List<Path> folders = new ArrayList<>();
        folders.add(settings.data().resolve("proofs"));
        if (settings.proofs() != null) {
            folders.add(settings.proofs());
        }
        return new ProofInOwnProcess(new Proofs(folders), settings.data().resolve("scenarios"));
    }

    @Bean
    PublishAtStart publishAtStart(
            BanshiSettings settings, Publisher publisher, GoldenProof proof, BusinessClock clock) {
        return new PublishAtStart(settings.bpmn(), publisher, proof, clock);
    }
}
