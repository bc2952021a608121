package org.banshi.eventstore;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.codec.Upcaster;
import org.banshi.eventstore.crypto.KeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.banshi.eventstore.crypto.Sealing;
import org.banshi.eventstore.crypto.VaultPersonalData;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Puts the event store together on a database whose migrations have run.
 *
 * <p>It holds three connections of the pool for itself: one appends, one brings commits to the
 * disk, one watches. {@link #close} before the pool.
 */
public final class EventStoreAssembly implements AutoCloseable {

    /**
     * @param queueCapacity most commands that may wait in lane A; more are refused with {@link
     *     OverloadedException}
     * @param patience how long the database may take for one group of commands, and how long it is
     *     asked for a lost outcome
     */
    public record Settings(int queueCapacity, Duration patience) {
        public static final Settings DEFAULT = new Settings(4_096, Duration.ofSeconds(30));
    }

    private final GroupAppender appender;
    private final WalFlush disk;
    private final EventLog log;
    private final PostgresEventStore store;
    private final Subscriptions subscriptions;
    private final Receipts receipts;
    private final PersonalData personalData;

    public EventStoreAssembly(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventTypes events,
            ClaimRules rules,
            KeyVault keys,
            List<Upcaster> upcasters,
            List<SnapshotCodec> snapshotCodecs,
            Settings settings) {
        this(
                dataSource,
                transactions,
                events,
                rules,
                keys,
                new PersonCipher(keys),
                upcasters,
                snapshotCodecs,
                settings);
    }

    /**
     * The same with another cipher.
     *
     * @param keys of hashes
     * @param cipher of personal parts of events, snapshots and read models
     */
    public EventStoreAssembly(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventTypes events,
            ClaimRules rules,
            KeyVault keys,
            Sealing cipher,
            List<Upcaster> upcasters,
            List<SnapshotCodec> snapshotCodecs,
            Settings settings) {
        EventCodec codec = new EventCodec(events, cipher, upcasters);
        TypeIds types = new TypeIds(dataSource, events.names());
        LogTail tail = new LogTail();
        AppendedHere appended = new AppendedHere();
        Streams streams = new Streams();
        disk = new WalFlush(dataSource, settings.patience());
        DiskBarrier barrier = new DiskBarrier(disk, tail);
        log = new EventLog(dataSource, codec, types, streams, barrier);
        appender =
                new GroupAppender(
                        dataSource,
                        disk,
                        tail,
                        streams,
                        settings.queueCapacity(),
                        settings.patience());
        PostgresEventStorageEngine engine =
                new PostgresEventStorageEngine(
                        dataSource,
                        log,
                        new AppendRequests(codec, types, rules, streams),
                        appender,
                        disk,
                        tail,
                        appended,
                        new Snapshots(dataSource, cipher, snapshotCodecs));
        store = new PostgresEventStore(engine, tail);
        subscriptions =
                new Subscriptions(dataSource, transactions, log, tail, barrier, appender, appended);
        receipts = new Receipts(dataSource, barrier);
        personalData = new VaultPersonalData(keys, cipher);
    }

    /** For Axon's configuration. */
    public PostgresEventStore store() {
        return store;
    }

    /** To register and start; also the {@link LogPositions}. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public EventLog log() {
        return log;
    }

    public Receipts receipts() {
        return receipts;
    }

    public PersonalData personalData() {
        return personalData;
    }

    /** Stops the readers, then finishes what waits to be appended. */
    @Override
    public void close() {
        subscriptions.close();
        appender.close();
        disk.close();
    }
}
