package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.MetadataCodec;
import org.banshi.eventstore.tree.MerkleLeaf;
import org.jspecify.annotations.Nullable;

/**
 * Turns event messages into what is sent: finds the streams' numbers, encodes, encrypts, hashes,
 * and asks the claim rules. All this happens on the caller's thread, before anything waits for it.
 */
final class AppendRequests {

    /** Type of the streams of process instances, whose events take whatever sequence comes next. */
    static final String ENGINE = "engine";

    private static final int ANY_SEQUENCE = -1;

    private final EventCodec codec;
    private final TypeIds types;
    private final ClaimRules rules;
    private final Streams streams;

    AppendRequests(EventCodec codec, TypeIds types, ClaimRules rules, Streams streams) {
        this.codec = codec;
        this.types = types;
        this.rules = rules;
        this.streams = streams;
    }

    /** A connection, for the rare case that the database must be asked. */
    interface Asking {
        <T> T ask(Question<T> question);
    }

    /** What is asked. */
    interface Question<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A stream as its messages name it, and the sequence of the first of them. */
    private record Target(String type, String name, int first) {}

    /** Whether any of the events takes whatever sequence comes next. */
    static boolean anySequence(List<? extends EventMessage<?>> messages) {
        return messages.stream().anyMatch(it -> it.getPayload() instanceof EngineEvent);
    }

    /**
     * @throws IllegalArgumentException when an event is not in the dictionary, has no stamp, or has
     *     no stream
     * @throws ClaimConflictException when two streams want one claim
     * @throws ConcurrencyException when a stream does not exist that should
     */
    AppendRequest of(
            List<? extends EventMessage<?>> messages, @Nullable RequestKey receipt, Asking asking) {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (EventMessage<?> message : messages) {
            Target target = targetOf(message);
            targets.putIfAbsent(target.name(), target);
        }
        List<AppendRequest.StreamPart> parts = new ArrayList<>(targets.size());
        Map<String, Streams.Place> places = placesOf(targets, asking);
        for (Target target : targets.values()) {
            parts.add(part(target, places.get(target.name()), asking));
        }

        List<AppendRequest.EventPart> events = new ArrayList<>(messages.size());
        List<String> names = List.copyOf(targets.keySet());
        int[] counts = new int[names.size()];
        ClaimChanges claims = new ClaimChanges();
        for (EventMessage<?> message : messages) {
            Target target = targetOf(message);
            int stream = names.indexOf(target.name());
            AppendRequest.StreamPart part = parts.get(stream);
            int nth = counts[stream]++;
            refuseGap(targets.get(target.name()), nth, target);
            Event event = (Event) message.getPayload();
            events.add(eventPart(stream, part, part.first() + nth, event, message));
            ClaimRules.Changes changes = rules.of(target.name(), event);
            for (Claim claim : changes.released()) {
                claims.release(claim, stream);
            }
            for (Claim claim : changes.acquired()) {
                claims.acquire(claim, stream, parts);
            }
        }
        return new AppendRequest(parts, events, claims.sum(), receipt);
    }

    private AppendRequest.EventPart eventPart(
            int stream,
            AppendRequest.StreamPart part,
            int sequence,
            Event event,
            EventMessage<?> message) {
        Map<String, String> entries = MetadataCodec.entries(message.getMetaData());
        Stamp stamp = StampMetadata.from(entries);
        String name = codec.types().nameOf(event.getClass());
        short revision = (short) codec.revisionOf(event);
        UUID id = UUID.fromString(message.getIdentifier());
        String payload = codec.encode(event);
        String metadata = MetadataCodec.encode(entries);
        return new AppendRequest.EventPart(
                stream,
                sequence,
                types.idOf(name),
                revision,
                id,
                payload,
                metadata,
                MerkleLeaf.of(
                        part.type(), part.name(), sequence, name, revision, id, payload, metadata),
                new AppendRequest.Content(name, event, stamp, entries));
    }

    /** Places of the streams that are not known well enough, in one question. */
    private Map<String, Streams.Place> placesOf(Map<String, Target> targets, Asking asking) {
        List<String> unknown =
                targets.values().stream()
                        .filter(
                                it ->
                                        it.first() == ANY_SEQUENCE
                                                || it.first() > 0
                                                        && streams.find(it.name()) == null)
                        .map(Target::name)
                        .toList();
        if (unknown.isEmpty()) {
            return Map.of();
        }
        return asking.ask(connection -> streams.places(connection, unknown));
    }

    private AppendRequest.StreamPart part(
            Target target, Streams.@Nullable Place place, Asking asking) {
        if (place != null) {
            int first = target.first() == ANY_SEQUENCE ? place.next() : target.first();
            return new AppendRequest.StreamPart(target.type(), target.name(), place.id(), first);
        }
        if (target.first() > 0) {
            Long id = streams.find(target.name());
            if (id == null) {
                throw new ConcurrencyException("stream " + target.name() + " does not exist");
            }
            return new AppendRequest.StreamPart(target.type(), target.name(), id, target.first());
        }
        long id = streams.tryNext();
        while (id == 0) {
            id =
                    asking.ask(
                            connection -> {
                                streams.refill(connection);
                                return streams.tryNext();
                            });
        }
        return new AppendRequest.StreamPart(target.type(), target.name(), id, 0);
    }

    private static Target targetOf(EventMessage<?> message) {
        if (!(message.getPayload() instanceof Event event)) {
            throw new IllegalArgumentException(message.getPayloadType() + " is no Event");
        }
        if (message instanceof DomainEventMessage<?> domain) {
            if (domain.getAggregateIdentifier().isEmpty()) {
                throw new IllegalArgumentException(message.getPayloadType() + " without stream");
            }
            return new Target(
                    domain.getType(),
                    domain.getAggregateIdentifier(),
                    Math.toIntExact(domain.getSequenceNumber()));
        }
        if (event instanceof EngineEvent step) {
            return new Target(ENGINE, step.processInstance(), ANY_SEQUENCE);
        }
        throw new IllegalArgumentException(message.getPayloadType() + " belongs to no stream");
    }

    private static void refuseGap(Target first, int nth, Target own) {
        boolean follows =
                first.first() == ANY_SEQUENCE
                        ? own.first() == ANY_SEQUENCE
                        : own.first() == first.first() + nth;
        if (!follows) {
            throw new IllegalArgumentException(
                    "sequence " + own.first() + " does not follow in stream " + own.name());
        }
    }
}
