package org.banshi.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** One call of the SQL function {@code append_group}: many requests, each with its own result. */
final class GroupCall {

    private static final String SQL =
            "select * from append_group(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?)";

    private static final short DUPLICATE = 1;
    private static final short VERSION = 2;
    private static final short CLAIM = 3;

    /**
     * What became of one request: its rows, or why there are none.
     *
     * @param rows as stored; empty when it failed
     */
    record Result(List<StoredEvent> rows, @Nullable RuntimeException failure) {}

    private GroupCall() {}

    /** Runs in the connection's transaction, or commits at once when it has none. */
    static List<Result> execute(Connection connection, List<AppendRequest> requests)
            throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(SQL)) {
            call.unwrap(PGStatement.class).setPrepareThreshold(1);
            new GroupParameters(requests).bind(connection, call);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return results(row, requests);
            }
        }
    }

    private static List<Result> results(ResultSet row, List<AppendRequest> requests)
            throws SQLException {
        long position = row.getLong("before");
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        Short[] outcome = (Short[]) row.getArray("outcome").getArray();
        Integer[] next = (Integer[]) row.getArray("next_sequence").getArray();
        List<Result> results = new ArrayList<>(requests.size());
        int stream = 0;
        for (int i = 0; i < requests.size(); i++) {
            AppendRequest request = requests.get(i);
            if (outcome[i] == 0) {
                List<StoredEvent> rows = new ArrayList<>(request.events().size());
                for (AppendRequest.EventPart event : request.events()) {
                    AppendRequest.StreamPart target = request.streams().get(event.stream());
                    long sequence = next[stream + event.stream()] + event.nth();
                    rows.add(stored(++position, at, target, sequence, event));
                }
                results.add(new Result(rows, null));
            } else {
                results.add(new Result(List.of(), failure(row, request, i, outcome[i])));
            }
            stream += request.streams().size();
        }
        return results;
    }

    private static StoredEvent stored(
            long position,
            Instant at,
            AppendRequest.StreamPart target,
            long sequence,
            AppendRequest.EventPart event) {
        StoredEvent row =
                new StoredEvent(
                        position,
                        at,
                        target.type(),
                        target.name(),
                        sequence,
                        event.type(),
                        event.revision(),
                        event.id(),
                        event.payload(),
                        event.metadata());
        AppendRequest.Content content = event.content();
        row.decoded(
                new Recorded(
                        position,
                        target.type(),
                        target.name(),
                        sequence,
                        at,
                        content.name(),
                        content.event(),
                        content.stamp(),
                        content.metadata()));
        return row;
    }

    private static RuntimeException failure(
            ResultSet row, AppendRequest request, int index, short outcome) throws SQLException {
        switch (outcome) {
            case DUPLICATE -> {
                String hash = element(row, "detail", index);
                RequestKey own = request.receipt();
                boolean same = own != null && own.hash().equals(hash);
                Long[] positions = (Long[]) row.getArray("receipt_position").getArray();
                return new DuplicateRequestException(
                        same, element(row, "holder", index), positions[index]);
            }
            case VERSION -> {
                return new ConcurrencyException(
                        "stream " + element(row, "holder", index) + " has moved on");
            }
            case CLAIM -> {
                return new ClaimConflictException(
                        element(row, "detail", index), element(row, "holder", index));
            }
            default -> throw new IllegalStateException("unknown outcome " + outcome);
        }
    }

    private static String element(ResultSet row, String column, int index) throws SQLException {
        return ((String[]) row.getArray(column).getArray())[index];
    }
}
