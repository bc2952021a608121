package org.banshi.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.codec.Upcaster;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.KeyVault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** One node of the event store, with invented events and claims. */
public final class Node implements AutoCloseable {

    public static final PersonId PERSON = new PersonId("person-1905");
    public static final Instant WHEN = Instant.parse("2026-09-14T01:00:00Z");
    public static final Stamp STAMP = new Stamp(WHEN, Actor.citizen("account-1", PERSON));

    /** A diary's title is held from its beginning until it is closed. */
    public static final ClaimRules TITLES =
            (stream, event) -> {
                if (event instanceof DiaryEvent.Begun begun) {
                    return new ClaimRules.Changes(
                            List.of(new Claim("title", begun.title())), List.of());
                }
                if (event instanceof DiaryEvent.Closed closed) {
                    return new ClaimRules.Changes(
                            List.of(), List.of(new Claim("title", closed.title())));
                }
                return ClaimRules.Changes.NONE;
            };

    public final DataSource dataSource;
    public final JdbcTemplate jdbc;
    public final PlatformTransactionManager transactions;
    public final EventStoreAssembly assembly;

    public Node(DataSource dataSource) {
        this(dataSource, vault(), EventStoreAssembly.Settings.DEFAULT);
    }

    public Node(DataSource dataSource, KeyVault vault, EventStoreAssembly.Settings settings) {
        this(
                dataSource,
                vault,
                settings,
                List.of(DiaryEvent.class, EngineEvent.class, ApplicationEvent.class));
    }

    public Node(
            DataSource dataSource,
            KeyVault vault,
            EventStoreAssembly.Settings settings,
            List<Class<? extends Event>> stories) {
        this(dataSource, vault, settings, stories, List.of());
    }

    public Node(
            DataSource dataSource,
            KeyVault vault,
            EventStoreAssembly.Settings settings,
            List<Class<? extends Event>> stories,
            List<Upcaster> upcasters) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new LogTransactionManager(dataSource);
        this.assembly =
                new EventStoreAssembly(
                        dataSource,
                        transactions,
                        EventTypes.of(stories),
                        TITLES,
                        vault,
                        upcasters,
                        List.of(),
                        settings);
    }

    public static FileKeyVault vault() {
        try {
            Path folder = Files.createTempDirectory("banshi-keys");
            folder.toFile().deleteOnExit();
            return FileKeyVault.open(folder, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EventStoreAssembly.Settings settings(int capacity, Duration patience) {
        return new EventStoreAssembly.Settings(capacity, patience);
    }

    public PostgresEventStore store() {
        return assembly.store();
    }

    public EventLog log() {
        return assembly.log();
    }

    public Subscriptions subscriptions() {
        return assembly.subscriptions();
    }

    /** Appends without a transaction, hence by lane A. */
    public void append(String diary, long sequence, Event... events) {
        store().publish(messages(diary, sequence, events));
    }

    public static List<EventMessage<?>> messages(String diary, long sequence, Event... events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (Event event : events) {
            messages.add(message(diary, sequence + messages.size(), event));
        }
        return messages;
    }

    public static DomainEventMessage<Event> message(String diary, long sequence, Event event) {
        Map<String, String> metadata = StampMetadata.of(STAMP);
        return new GenericDomainEventMessage<>("diary", diary, sequence, event, metadata);
    }

    public static String newDiary() {
        return UUID.randomUUID().toString();
    }

    public static DiaryEvent.Begun begun(String diary, String title) {
        return new DiaryEvent.Begun(diary, PERSON, title);
    }

    public static DiaryEvent.Begun begun(String diary) {
        return begun(diary, "title of " + diary);
    }

    public static DiaryEvent.Written written(String diary, int page) {
        return new DiaryEvent.Written(diary, PERSON, page, "page " + page);
    }

    public static DiaryEvent.Closed closed(String diary, String title) {
        return new DiaryEvent.Closed(diary, PERSON, title);
    }

    public List<String> names(String diary) {
        return log().readStream(diary).stream().map(Recorded::name).toList();
    }

    @Override
    public void close() {
        assembly.close();
    }
}
