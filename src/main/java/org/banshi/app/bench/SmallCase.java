package org.banshi.app.bench;

import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The smallest aggregate that checks its steps' order, the same for Banshi's store and for stock
 * Axon: one create and three advances a case, about 500 bytes an event, a part of them personal.
 */
public final class SmallCase {

    /** How many people apply, again and again. */
    static final int PEOPLE = 10_000;

    private static final String TEXT = "材料齐全，符合受理条件，已当面核对原件。".repeat(6);
    private static final String NAME = "演示人员，电话 13800000006";

    /** Text of an event, for a peer that reads no other. */
    static final String PAYLOAD = "{\"text\":\"" + "x".repeat(480) + "\"}";

    /** An event as it is stored, for peers that store text: what is personal is as long sealed. */
    static final String STORED =
            "{\"id\":\"00000000-0000-0000-0000-000000000000\",\"subject\":\"bench-1234\",\"step\":1,"
                    + "\"name\":\"p1:bench-1234:"
                    + "A".repeat(84)
                    + "\",\"text\":\""
                    + TEXT
                    + "\"}";

    /** Its metadata. */
    static final String STORED_BESIDE =
            "{\"actor\":\"bench\",\"actor-kind\":\"CITIZEN\",\"at\":\"2026-09-14T01:00:00Z\","
                    + "\"person\":\"bench-1\"}";

    static final Map<String, String> STAMP =
            StampMetadata.of(
                    new Stamp(
                            Instant.parse("2026-09-14T01:00:00Z"),
                            Actor.citizen("bench", new PersonId("bench-1"))));

    private static final MetaData METADATA = MetaData.from(STAMP);

    /** Begins a case. */
    public record Open(@TargetAggregateIdentifier String id, PersonId person) {}

    /** Takes a case one step on. */
    public record Advance(@TargetAggregateIdentifier String id, PersonId person, int step) {}

    /** The whole story of a case. */
    public sealed interface Story extends PersonalEvent {
        String id();

        int step();
    }

    /** It was begun. */
    @Stored("bench.opened")
    public record Opened(String id, PersonId subject, int step, @Personal String name, String text)
            implements Story {}

    /** It went on. */
    @Stored("bench.advanced")
    public record Advanced(
            String id, PersonId subject, int step, @Personal String name, String text)
            implements Story {}

    static Opened opened(String id, PersonId person) {
        return new Opened(id, person, 0, NAME, TEXT);
    }

    @AggregateIdentifier private @Nullable String id;
    private int step;

    SmallCase() {}

    @CommandHandler
    SmallCase(Open command) {
        AggregateLifecycle.apply(opened(command.id(), command.person()), METADATA);
    }

    @CommandHandler
    void advance(Advance command) {
        if (command.step() != step + 1) {
            throw new IllegalStateException("steps come in order");
        }
        AggregateLifecycle.apply(
                new Advanced(command.id(), command.person(), command.step(), NAME, TEXT), METADATA);
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(Advanced event) {
        step = event.step();
    }
}
