package org.banshi.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it is stored: personal components are ciphertext. */
final class StoredEvent {

    final long position;
    final Instant recordedAt;
    final String streamType;
    final String stream;
    final long streamId;
    final long sequence;
    final short type;
    final int revision;
    final UUID id;
    final String payload;
    final String metadata;
    final byte[] leaf;

    /** Readers on this node share one decoding. */
    private volatile @Nullable Recorded decoded;

    StoredEvent(
            long position,
            Instant recordedAt,
            String streamType,
            String stream,
            long streamId,
            long sequence,
            short type,
            int revision,
            UUID id,
            String payload,
            String metadata,
            byte[] leaf) {
        this.position = position;
        this.recordedAt = recordedAt;
        this.streamType = streamType;
        this.stream = stream;
        this.streamId = streamId;
        this.sequence = sequence;
        this.type = type;
        this.revision = revision;
        this.id = id;
        this.payload = payload;
        this.metadata = metadata;
        this.leaf = leaf;
    }

    @Nullable Recorded decoded() {
        return decoded;
    }

    Recorded decoded(Recorded recorded) {
        decoded = recorded;
        return recorded;
    }
}
