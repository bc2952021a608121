package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The requests of a group as columns, in the order of {@code append_group}'s parameters. */
final class GroupParameters {

    private final Column newStream = new Column("int8");
    private final Column newStreamType = new Column("text");
    private final Column newStreamName = new Column("text");

    private final Column eventStream = new Column("int8");
    private final Column eventSequence = new Column("int4");
    private final Column eventType = new Column("int2");
    private final Column eventRevision = new Column("int2");
    private final Column eventId = new Column("uuid");
    private final Column eventPayload = new Column("text");
    private final Column eventMetadata = new Column("text");
    private final Column eventLeaf = new Column("bytea");

    private final Column predecessorStream = new Column("int8");
    private final Column predecessorSequence = new Column("int4");

    private final Column claimKind = new Column("text");
    private final Column claimKey = new Column("text");
    private final Column claimStream = new Column("int8");
    private final Column claimPrevious = new Column("int8");
    private final Column claimChange = new Column("int2");

    private final Column receiptKey = new Column("text");
    private final Column receiptHash = new Column("text");
    private final Column receiptStream = new Column("text");
    private final Column receiptLast = new Column("int4");

    private static final class Column {
        private final String type;
        private final List<Object> values = new ArrayList<>();

        Column(String type) {
            this.type = type;
        }

        void add(Object value) {
            values.add(value);
        }

        Object array() {
            return switch (type) {
                case "int8" -> values.stream().mapToLong(Long.class::cast).toArray();
                case "int4" -> values.stream().mapToInt(Integer.class::cast).toArray();
                case "int2" -> shorts();
                case "text" -> values.toArray(String[]::new);
                case "bytea" -> values.toArray(byte[][]::new);
                default -> values.toArray();
            };
        }

        private short[] shorts() {
            short[] array = new short[values.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = (Short) values.get(i);
            }
            return array;
        }
    }

    GroupParameters(List<AppendRequest> requests) {
        requests.forEach(this::add);
    }

    private void add(AppendRequest request) {
        for (AppendRequest.StreamPart part : request.streams()) {
            if (part.first() == 0) {
                newStream.add(part.id());
                newStreamType.add(part.type());
                newStreamName.add(part.name());
            } else {
                predecessorStream.add(part.id());
                predecessorSequence.add(part.first() - 1);
            }
        }
        for (AppendRequest.EventPart part : request.events()) {
            eventStream.add(request.streams().get(part.stream()).id());
            eventSequence.add(part.sequence());
            eventType.add(part.type());
            eventRevision.add(part.revision());
            eventId.add(part.id());
            eventPayload.add(part.payload());
            eventMetadata.add(part.metadata());
            eventLeaf.add(part.leaf());
        }
        for (AppendRequest.ClaimPart part : request.claims()) {
            claimKind.add(part.kind());
            claimKey.add(part.key());
            claimStream.add(request.streams().get(part.stream()).id());
            claimPrevious.add(
                    part.previous() < 0 ? 0L : request.streams().get(part.previous()).id());
            claimChange.add(part.change());
        }
        RequestKey key = request.receipt();
        if (key != null) {
            receiptKey.add(key.key());
            receiptHash.add(key.hash());
            receiptStream.add(request.firstStream().name());
            receiptLast.add(eventStream.values.size());
        }
    }

    void bind(Connection connection, PreparedStatement call, boolean wake) throws SQLException {
        Column[] columns = {
            newStream,
            newStreamType,
            newStreamName,
            eventStream,
            eventSequence,
            eventType,
            eventRevision,
            eventId,
            eventPayload,
            eventMetadata,
            eventLeaf,
            predecessorStream,
            predecessorSequence,
            claimKind,
            claimKey,
            claimStream,
            claimPrevious,
            claimChange,
            receiptKey,
            receiptHash,
            receiptStream,
            receiptLast,
        };
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (int i = 0; i < columns.length; i++) {
            call.setArray(i + 1, postgres.createArrayOf(columns[i].type, columns[i].array()));
        }
        call.setBoolean(columns.length + 1, wake);
    }
}
