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

    static final short RELEASE = 0;
    static final short ACQUIRE = 1;
    static final short ACQUIRE_AND_RELEASE = 2;

    /**
     * @param id its number in the log
     * @param first sequence of its first event here; 0 begins the stream
     */
    record StreamPart(String type, String name, long id, int first) {}

    /**
     * @param stream index into the streams, from 0
     * @param leaf of the Merkle tree
     */
    record EventPart(
            int stream,
            int sequence,
            short type,
            short revision,
            UUID id,
            String payload,
            String metadata,
            byte[] leaf,
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
