package org.banshi.app.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.banshi.app.config.BareAxon;
import org.banshi.app.config.OldRevisions;
import org.banshi.app.config.Stories;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.PublishedCatalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.application.Application;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.LogTransactionManager;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.KeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.banshi.eventstore.crypto.Sealing;
import org.banshi.query.projection.ReadModels;

/**
 * Banshi's own commands: bus, form validation, aggregate, encryption per person, claims, log, and
 * all read models that keep up beside. One case is filed, pre-accepted, accepted and withdrawn, for
 * one of 10,000 known people.
 */
final class OwnCommands implements Workload {

    private static final int PEOPLE = 10_000;
    private static final String NOTE = "材料齐全，符合受理条件，已当面核对原件。".repeat(8);
    private static final Instant AT = Instant.parse("2026-09-14T01:00:00Z");
    private static final Stamp OFFICER =
            new Stamp(
                    AT,
                    Actor.officer("bench-officer", "newcomer-service", new RegionCode("440106")));
    private static final List<Material> PAPERS = List.of(paper("identity-card"), paper("photo"));

    private final EventStoreAssembly store;
    private final FileKeyVault keys;
    private final ReadModels models;
    private final Configuration axon;
    private final CommandGateway gateway;
    private final int callers;

    OwnCommands(DataSource database, Path bpmn, Path keyFolder, int callers) {
        this(database, bpmn, keyFolder, callers, PersonCipher::new);
    }

    /**
     * @param sealing of everything personal, made of the people's keys
     */
    OwnCommands(
            DataSource database,
            Path bpmn,
            Path keyFolder,
            int callers,
            Function<KeyVault, Sealing> sealing) {
        this.callers = callers;
        LogTransactionManager transactions = new LogTransactionManager(database);
        keys = FileKeyVault.open(keyFolder, null);
        store =
                new EventStoreAssembly(
                        database,
                        transactions,
                        Stories.EVENTS,
                        new ApplicationClaims(),
                        keys,
                        sealing.apply(keys),
                        OldRevisions.UPCASTERS,
                        List.of(),
                        EventStoreAssembly.Settings.DEFAULT);
        PublishedCatalogue catalogue = DirectoryCatalogue.read(bpmn);
        axon =
                BareAxon.forCases(store, catalogue)
                        .configureAggregate(BareAxon.cached(Application.class, 10_000))
                        .start();
        for (int person = 0; person < PEOPLE; person++) {
            keys.keyOf(SmallCases.person(person));
        }
        gateway = axon.commandGateway();
        models = new ReadModels(database, catalogue, store.personalData(), () -> AT);
        models.projections().forEach(store.subscriptions()::register);
        store.subscriptions().start();
    }

    @Override
    public int run(int caller) {
        // Each caller has people of its own: a person has one open case of an item at a time.
        int share = PEOPLE / callers;
        int person = caller * share + ThreadLocalRandom.current().nextInt(share);
        ApplicationId id = new ApplicationId(UUID.randomUUID().toString());
        Stamp citizen = new Stamp(AT, Actor.citizen("bench", new PersonId("bench-" + person)));
        gateway.sendAndWait(
                new ApplicationCommand.Apply(
                        id,
                        "bench-" + id,
                        new ServiceVersion("residence-permit", 1),
                        new RegionCode("440106"),
                        new PersonId("bench-" + person),
                        new Applicant("赵宁", "430102190903160194", "13800000006", null),
                        new FormData(
                                Map.of(
                                        "applyFor", "self",
                                        "address", "演示地址 2 号",
                                        "registeredOn", "2026-01-05",
                                        "ground", "work",
                                        "exception", "none",
                                        "way", "window",
                                        "promise", true)),
                        PAPERS,
                        Channel.WAP,
                        "BENCH000",
                        citizen));
        gateway.sendAndWait(new ApplicationCommand.PreAccept(id, NOTE, OFFICER));
        gateway.sendAndWait(new ApplicationCommand.Accept(id, NOTE, OFFICER));
        gateway.sendAndWait(new ApplicationCommand.Withdraw(id, NOTE, citizen));
        return 4;
    }

    /** How many events the read models are behind the log. */
    long behind() {
        long head = store.log().head();
        return store.subscriptions().states().stream()
                .mapToLong(state -> head - state.position())
                .max()
                .orElse(0);
    }

    EventStoreAssembly store() {
        return store;
    }

    ReadModels models() {
        return models;
    }

    private static Material paper(String code) {
        return new Material(
                UUID.randomUUID().toString(), code, "0".repeat(64), "application/pdf", 1);
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
        keys.close();
    }
}
