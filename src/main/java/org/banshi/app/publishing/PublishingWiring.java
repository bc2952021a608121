package org.banshi.app.publishing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.follow.EveryNode;
import org.banshi.app.follow.Follower;
import org.banshi.catalogue.PublishedCatalogue;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.eventstore.EventLog;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.version.VersionMoves;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.SureWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue of published items, and how items get into it. */
@Configuration(proxyBeanMethods = false)
class PublishingWiring {

    /** A case may come from another node before the news of its version do. */
    @Bean
    PublishedCatalogue catalogue(BanshiSettings settings, ObjectProvider<EveryNode> news) {
        return new PublishedCatalogue(
                YamlReferenceData.read(settings.bpmn()), () -> news.getObject().catchUp());
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
                catalogue.offer(new ServiceVersion(published.service(), published.version()));
            } else if (recorded.event() instanceof ServiceItemEvent.RolledBack back) {
                catalogue.offer(new ServiceVersion(back.service(), back.version()));
            }
        };
    }

    @Bean
    Publisher publisher(
            PublishedCatalogue catalogue,
            PackageShelf shelf,
            RootWork root,
            CommandGateway commands,
            ProcessDeployer deployer,
            VersionMoves moves,
            Uploads uploads) {
        return new Publisher(catalogue, shelf, root, commands, deployer, moves, uploads);
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
        return new ProofInOwnProcess(
                new Proofs(folders), settings.data().resolve("scenarios"), settings.bpmn());
    }

    @Bean
    PublishAtStart publishAtStart(
            BanshiSettings settings,
            Publisher publisher,
            TakenFolders taken,
            GoldenProof proof,
            BusinessClock clock) {
        return new PublishAtStart(settings.bpmn(), publisher, taken, proof, clock);
    }

    @Bean
    TakenFolders takenFolders(JdbcClient jdbc) {
        return new TakenFolders(jdbc);
    }

    @Bean
    Uploads uploads(JdbcClient jdbc) {
        return new Uploads(jdbc);
    }

    @Bean
    UploadProofs uploadProofs(Uploads uploads, GoldenProof proof, DataSource dataSource) {
        return new UploadProofs(uploads, proof, dataSource);
    }

    @Bean
    PublishersDesk publishersDesk(
            PublishedCatalogue catalogue,
            Uploads uploads,
            UploadProofs proofs,
            Publisher publisher,
            PackageShelf shelf,
            RunningCases running,
            SureWork work,
            CommandGateway commands,
            VersionMoves moves,
            EventLog log) {
        return new PublishersDesk(
                catalogue, uploads, proofs, publisher, shelf, running, work, commands, moves, log);
    }
}
