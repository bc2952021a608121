package org.banshi.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.MetadataCodec;
import org.jspecify.annotations.Nullable;

/** Turns event messages into what is sent: encodes, encrypts, and asks the claim rules. */
final class AppendRequests {

    /** Type of the streams of process instances. */
    static final String ENGINE = "engine";

    private final EventCodec codec;
    private final TypeIds types;
    private final ClaimRules rules;

    AppendRequests(EventCodec codec, TypeIds types, ClaimRules rules) {
        this.codec = codec;
        this.types = types;
        this.rules = rules;
    }

    /**
     * @throws IllegalArgumentException when an event is not in the dictionary, has no stamp, or has
     *     no stream
     * @throws ClaimConflictException when two streams want one claim
     */
    AppendRequest of(List<? extends EventMessage<?>> messages, @Nullable RequestKey receipt) {
        List<AppendRequest.StreamPart> streams = new ArrayList<>();
        List<AppendRequest.EventPart> events = new ArrayList<>(messages.size());
        Map<String, Integer> indexes = new HashMap<>();
        int[] counts = new int[messages.size()];
        ClaimChanges claims = new ClaimChanges();
        for (EventMessage<?> message : messages) {
            if (!(message.getPayload() instanceof Event event)) {
                throw new IllegalArgumentException(message.getPayloadType() + " is no Event");
            }
            Map<String, String> metadata = MetadataCodec.entries(message.getMetaData());
            Stamp stamp = StampMetadata.from(metadata);
            String name = codec.types().nameOf(event.getClass());
            AppendRequest.StreamPart target = streamOf(message, event);
            int stream = indexes.computeIfAbsent(target.name(), it -> streams.size());
            if (stream == streams.size()) {
                streams.add(target);
            }
            int nth = counts[stream]++;
            refuseGap(streams.get(stream), nth, target);
            events.add(
                    new AppendRequest.EventPart(
                            stream,
                            nth,
                            types.idOf(name),
                            (short) codec.revisionOf(event),
                            UUID.fromString(message.getIdentifier()),
                            codec.encode(event),
                            MetadataCodec.encode(metadata),
                            new AppendRequest.Content(name, event, stamp, metadata)));
            ClaimRules.Changes changes = rules.of(target.name(), event);
            for (Claim claim : changes.released()) {
                claims.release(claim, stream);
            }
            for (Claim claim : changes.acquired()) {
                claims.acquire(claim, stream, streams);
            }
        }
        return new AppendRequest(streams, events, claims.sum(), receipt);
    }

    private static AppendRequest.StreamPart streamOf(EventMessage<?> message, Event event) {
        if (message instanceof DomainEventMessage<?> domain) {
            if (domain.getAggregateIdentifier().isEmpty()) {
                throw new IllegalArgumentException(message.getPayloadType() + " without stream");
            }
            return new AppendRequest.StreamPart(
                    domain.getType(),
                    domain.getAggregateIdentifier(),
                    Math.toIntExact(domain.getSequenceNumber()));
        }
        if (event instanceof EngineEvent step) {
            return new AppendRequest.StreamPart(
                    ENGINE, step.processInstance(), AppendRequest.ANY_SEQUENCE);
        }
        throw new IllegalArgumentException(message.getPayloadType() + " belongs to no stream");
    }

    private static void refuseGap(
            AppendRequest.StreamPart first, int nth, AppendRequest.StreamPart own) {
        boolean follows =
                first.expected() == AppendRequest.ANY_SEQUENCE
                        ? own.expected() == AppendRequest.ANY_SEQUENCE
                        : own.expected() == first.expected() + nth;
        if (!follows) {
            throw new IllegalArgumentException(
                    "sequence " + own.expected() + " does not follow in stream " + own.name());
        }
    }
}
