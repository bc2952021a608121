package org.banshi.query.projection;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.EventStoreAssembly;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscriptions;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.springframework.transaction.PlatformTransactionManager;

/** The real event store under a world's read models: what a story tells is appended and read. */
final class LiveLog implements AutoCloseable {

    private static final int EVENTS_PER_COMMAND = 20;

    private final EventStoreAssembly assembly;
    private long told;

    LiveLog(HikariDataSource database, PlatformTransactionManager transactions) throws Exception {
        Path keys = Files.createTempDirectory("banshi-query-keys");
        keys.toFile().deleteOnExit();
        assembly =
                new EventStoreAssembly(
                        database,
                        transactions,
                        EventTypes.of(
                                List.of(
                                        ApplicationEvent.class,
                                        SocialEvent.class,
                                        WorkItemEvent.class,
                                        ServiceItemEvent.class,
                                        EngineEvent.class,
                                        PrivacyEvent.class,
                                        BenefitEvent.class,
                                        MatterEvent.class)),
                        (stream, event) -> ClaimRules.Changes.NONE,
                        FileKeyVault.open(keys, null),
                        List.of(),
                        List.of(),
                        EventStoreAssembly.Settings.DEFAULT);
    }

    PersonalData personal() {
        return assembly.personalData();
    }

    Subscriptions subscriptions() {
        return assembly.subscriptions();
    }

    void read(List<Projection> projections) {
        projections.forEach(subscriptions()::register);
        subscriptions().start();
    }

    /** Appends what the story has told since. */
    void append(Story story) {
        List<Recorded> events = story.after(told, Integer.MAX_VALUE);
        for (int from = 0; from < events.size(); from += EVENTS_PER_COMMAND) {
            List<EventMessage<?>> messages = new ArrayList<>();
            events.subList(from, Math.min(from + EVENTS_PER_COMMAND, events.size()))
                    .forEach(add(messages));
            assembly.store().publish(messages);
        }
        told += events.size();
    }

    private static Consumer<Recorded> add(List<EventMessage<?>> messages) {
        return recorded ->
                messages.add(
                        new GenericDomainEventMessage<>(
                                recorded.streamType(),
                                recorded.stream(),
                                recorded.sequence(),
                                recorded.event(),
                                StampMetadata.of(recorded.stamp())));
    }

    /** Waits until every projection has taken everything. */
    void awaitAll(List<Projection> projections) {
        long head = subscriptions().head();
        projections.forEach(
                projection ->
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(60))
                                .until(
                                        () ->
                                                subscriptions()
                                                        .await(
                                                                projection.name(),
                                                                head,
                                                                Duration.ofSeconds(1))));
    }

    @Override
    public void close() {
        assembly.close();
    }
}
