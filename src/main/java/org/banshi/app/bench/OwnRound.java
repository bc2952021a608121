package org.banshi.app.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.banshi.app.config.BareAxon;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.domain.settlement.Candidacy;
import org.banshi.command.domain.settlement.SettlementRound;
import org.banshi.command.domain.settlement.SettlementSlice;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.LaneB;
import org.banshi.eventstore.LogTransactionManager;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.process.settlement.GiveSettlementPlaces;
import org.banshi.process.settlement.RankSettlement;
import org.banshi.process.work.RootWork;

/** A node that carries a settlement round: aggregates, log, and the two readers that rank it. */
final class OwnRound implements AutoCloseable {

    private static final RegionCode CITY = new RegionCode("440100");
    private static final Instant AT = Instant.parse("2026-09-14T01:00:00Z");
    private static final Instant AFTERWARDS = Instant.parse("2026-11-20T01:00:00Z");
    private static final Actor OFFICER = Actor.officer("bench", "city-newcomer", CITY);
    private static final Actor PROCESS = Actor.system("process");
    private static final int CALLERS = 64;

    private final EventStoreAssembly store;
    private final FileKeyVault keys;
    private final Configuration axon;
    private final CommandGateway gateway;

    OwnRound(DataSource database, Path bpmn, Path keyFolder) {
        keys = FileKeyVault.open(keyFolder, null);
        LogTransactionManager transactions = new LogTransactionManager(database);
        store =
                new EventStoreAssembly(
                        database,
                        transactions,
                        EventTypes.of(List.of(RoundEvent.class, CandidacyEvent.class)),
                        (stream, event) -> ClaimRules.Changes.NONE,
                        keys,
                        List.of(),
                        List.of(),
                        EventStoreAssembly.Settings.DEFAULT);
        Catalogue catalogue = DirectoryCatalogue.read(bpmn);
        axon =
                BareAxon.on(store)
                        .registerComponent(Catalogue.class, configuration -> catalogue)
                        .registerComponent(
                                ApplicationsInHand.class, configuration -> ApplicationsInHand.NONE)
                        .configureAggregate(BareAxon.cached(SettlementRound.class, 10))
                        .configureAggregate(SettlementSlice.class)
                        .configureAggregate(BareAxon.cached(Candidacy.class, 10_000))
                        .start();
        gateway = axon.commandGateway();
        RootWork root =
                new RootWork(
                        database,
                        Duration.ofSeconds(2),
                        () -> AT,
                        unit -> LaneB.attach(unit, transactions, store.store()),
                        work -> {});
        store.subscriptions().register(new RankSettlement(root, database, gateway));
        store.subscriptions().register(new GiveSettlementPlaces(root, database, gateway));
        store.subscriptions().start();
    }

    static RoundId round(int year) {
        return RoundId.of(CITY, year);
    }

    void open(int year, int quota) {
        gateway.sendAndWait(
                new RoundCommand.OpenRound(
                        round(year),
                        CITY,
                        year,
                        LocalDate.parse("2026-09-14"),
                        LocalDate.parse("2026-10-14"),
                        quota,
                        LocalDate.parse("2026-11-06"),
                        5,
                        true,
                        new Stamp(AT, OFFICER)));
    }

    /**
     * So many people enter, by many callers at once. Their keys lie close together, so that there
     * are ties; the same seed gives the same keys.
     */
    void enter(int year, int people, long seed) throws Exception {
        Random random = new Random(seed);
        List<RankingKeys> drawn =
                IntStream.range(0, people)
                        .mapToObj(
                                person ->
                                        new RankingKeys(
                                                BigDecimal.valueOf(100 + random.nextInt(150)),
                                                48 + random.nextInt(60),
                                                48 + random.nextInt(60)))
                        .toList();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Void>> shares =
                    IntStream.range(0, CALLERS)
                            .mapToObj(caller -> share(year, drawn, caller))
                            .toList();
            for (Future<Void> done : callers.invokeAll(shares)) {
                done.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Callable<Void> share(int year, List<RankingKeys> drawn, int caller) {
        return () -> {
            for (int person = caller; person < drawn.size(); person += CALLERS) {
                PersonId id = new PersonId("bench-" + person);
                gateway.sendAndWait(
                        new CandidacyCommand.Enter(
                                CandidacyId.of(round(year), id),
                                id,
                                round(year),
                                CITY,
                                new ApplicationId(new UUID(year, person).toString()),
                                drawn.get(person).base(),
                                drawn.get(person).medicalMonths(),
                                drawn.get(person).permitMonths(),
                                new Stamp(AT, PROCESS)));
            }
            return null;
        };
    }

    void withdraw(int year, String person) {
        PersonId id = new PersonId(person);
        gateway.sendAndWait(
                new CandidacyCommand.Withdraw(
                        CandidacyId.of(round(year), id), new Stamp(AT, Actor.citizen(person, id))));
    }

    void rank(int year) {
        gateway.sendAndWait(
                new RoundCommand.BeginRanking(round(year), new Stamp(AFTERWARDS, OFFICER)));
    }

    CommandGateway gateway() {
        return gateway;
    }

    EventStoreAssembly store() {
        return store;
    }

    /** Waits until both readers have seen everything. */
    void settle() throws InterruptedException {
        long head;
        do {
            head = store.log().head();
            for (String reader : List.of(RankSettlement.NAME, GiveSettlementPlaces.NAME)) {
                while (!store.subscriptions().await(reader, head, Duration.ofSeconds(30))) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
        } while (store.log().head() != head);
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
        keys.close();
    }
}
