package org.banshi.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.eventstore.crypto.Sealing;
import org.springframework.jdbc.core.JdbcTemplate;

/** Newest snapshot of each stream, for the types that have a {@link SnapshotCodec}. */
final class Snapshots {

    private final JdbcTemplate jdbc;
    private final Sealing cipher;
    private final Map<String, SnapshotCodec> codecs;

    Snapshots(DataSource dataSource, Sealing cipher, List<SnapshotCodec> codecs) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.cipher = cipher;
        this.codecs =
                codecs.stream().collect(Collectors.toMap(SnapshotCodec::type, Function.identity()));
    }

    void store(DomainEventMessage<?> snapshot) {
        SnapshotCodec codec = codecs.get(snapshot.getType());
        if (codec == null) {
            throw new IllegalArgumentException("no snapshots of type " + snapshot.getType());
        }
        Object aggregate = snapshot.getPayload();
        String sealed =
                cipher.encrypt(
                        codec.subject(aggregate),
                        codec.write(aggregate),
                        context(
                                codec,
                                snapshot.getAggregateIdentifier(),
                                snapshot.getSequenceNumber()));
        jdbc.update(
                """
                insert into event_snapshot as s (stream, type, sequence, revision, payload)
                values (?, ?, ?, ?, ?)
                on conflict (stream) do update
                set sequence = excluded.sequence, revision = excluded.revision,
                    payload = excluded.payload
                where s.sequence < excluded.sequence or s.revision <> excluded.revision
                """,
                snapshot.getAggregateIdentifier(),
                snapshot.getType(),
                snapshot.getSequenceNumber(),
                codec.revision(),
                sealed);
    }

    /** Empty too when it is of another revision or its person was erased. */
    Optional<DomainEventMessage<?>> read(String stream) {
        if (codecs.isEmpty()) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        """
                        select type, sequence, revision, payload from event_snapshot
                        where stream = ?
                        """,
                        (row, number) ->
                                open(
                                        stream,
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getInt(3),
                                        row.getString(4)),
                        stream)
                .stream()
                .findFirst()
                .flatMap(Function.identity());
    }

    private Optional<DomainEventMessage<?>> open(
            String stream, String type, long sequence, int revision, String sealed) {
        SnapshotCodec codec = codecs.get(type);
        if (codec == null || codec.revision() != revision) {
            return Optional.empty();
        }
        return cipher.decrypt(sealed, context(codec, stream, sequence))
                .map(
                        json ->
                                new GenericDomainEventMessage<>(
                                        type, stream, sequence, codec.read(json)));
    }

    /** One person's snapshots are not to be exchanged, nor an old one told as a new one. */
    private static String context(SnapshotCodec codec, String stream, long sequence) {
        return "snapshot/%s/%d/%s/%d".formatted(codec.type(), codec.revision(), stream, sequence);
    }
}
