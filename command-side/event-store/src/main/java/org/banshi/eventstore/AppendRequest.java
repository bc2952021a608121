package org.banshi.eventstore;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;

/** All that one command wants to append, ready to be sent. */
record AppendRequest(
        List<StreamPart> streams,
        List<EventPart> events,
        List<ClaimPart> claims,
        @Nullable RequestKey receipt) {

    static final int ANY_SEQUENCE = -1;

    static final short RELEASE = 0;
    static final short ACQUIRE = 1;
    static final short ACQUIRE_AND_RELEASE = 2;

    /**
     * @param expected sequence of its first event here, or {@link #ANY_SEQUENCE}
     */
    record StreamPart(String type, String name, int expected) {}

    /**
     * @param stream index into the streams, from 0
     * @param nth within the stream and this request, from 0
     */
    record EventPart(
            int stream,
            int nth,
            short type,
            short revision,
            UUID id,
            String payload,
            String metadata,
            Content content) {}

    /**
     * What the payload and the metadata say, for this node's own readers.
     *
     * @param name stored name
     */
    record Content(String name, Event event, Stamp stamp, Map<String, String> metadata) {}

    /**
     * @param stream index into the streams, from 0
     * @param previous index of the stream that released it earlier in this request, or -1
     */
    record ClaimPart(String kind, String key, int stream, int previous, short change) {}

    UUID firstId() {
        return events.get(0).id();
    }

    StreamPart firstStream() {
        return streams.get(events.get(0).stream());
    }
}
