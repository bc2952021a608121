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
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One call of the SQL function {@code append_group}: many requests, all or nothing. */
final class GroupCall {

    private static final String SQL =
            "select * from append_group(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?)";

    /** One message to the server: the log's lock is not held while a reply is on its way. */
    private static final String SQL_WITH_COMMIT =
            SQL.replace("*", "*, set_config('synchronous_commit', 'off', true)") + "; commit";

    static final String UNIQUE_VIOLATION = "23505";
    private static final String NO_PREDECESSOR = "BE001";
    private static final String CLAIM_IS_HELD = "BE002";
    private static final String KEY_WAS_USED = "BE003";

    private GroupCall() {}

    /**
     * Runs in the connection's transaction, or commits at once when it has none.
     *
     * @param wake whether other nodes are told
     * @return what was stored, by request
     */
    static List<List<StoredEvent>> execute(
            Connection connection, List<AppendRequest> requests, boolean wake) throws SQLException {
        return execute(SQL, connection, requests, wake);
    }

    /**
     * The same as the end of the connection's transaction, which it commits without waiting for the
     * disk: {@link WalFlush} is to be waited for after it.
     */
    static List<List<StoredEvent>> executeAndCommit(
            Connection connection, List<AppendRequest> requests, boolean wake) throws SQLException {
        return execute(SQL_WITH_COMMIT, connection, requests, wake);
    }

    private static List<List<StoredEvent>> execute(
            String sql, Connection connection, List<AppendRequest> requests, boolean wake)
            throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            call.unwrap(PGStatement.class).setPrepareThreshold(1);
            new GroupParameters(requests).bind(connection, call, wake);
            call.execute();
            try (ResultSet row = call.getResultSet()) {
                row.next();
                long before = row.getLong(1);
                Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                return stored(before, at, requests);
            }
        }
    }

    /** The conflict that made a single request fail; null when it was something else. */
    static @Nullable RuntimeException conflict(SQLException failure, AppendRequest request) {
        if (!(failure instanceof PSQLException postgres)
                || postgres.getServerErrorMessage() == null) {
            return null;
        }
        ServerErrorMessage message = postgres.getServerErrorMessage();
        String[] detail = String.valueOf(message.getDetail()).split("\n");
        return switch (String.valueOf(message.getSQLState())) {
            case UNIQUE_VIOLATION -> {
                String constraint = String.valueOf(message.getConstraint());
                yield constraint.equals("event_log_stream")
                                || constraint.equals("event_stream_name_key")
                        ? movedOn(request)
                        : null;
            }
            case NO_PREDECESSOR -> movedOn(request);
            case CLAIM_IS_HELD -> new ClaimConflictException(detail[0], detail[1]);
            case KEY_WAS_USED -> {
                RequestKey own = request.receipt();
                boolean same = own != null && own.hash().equals(detail[0]);
                yield new DuplicateRequestException(same, detail[1], Long.parseLong(detail[2]));
            }
            default -> null;
        };
    }

    /** Whether a new stream's number is another's. */
    static boolean numberIsTaken(SQLException failure) {
        return failure instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && "event_stream_pkey".equals(postgres.getServerErrorMessage().getConstraint());
    }

    private static ConcurrencyException movedOn(AppendRequest request) {
        return new ConcurrencyException(
                "stream "
                        + String.join(
                                " or ",
                                request.streams().stream()
                                        .map(AppendRequest.StreamPart::name)
                                        .toList())
                        + " has moved on");
    }

    private static List<List<StoredEvent>> stored(
            long before, Instant at, List<AppendRequest> requests) {
        List<List<StoredEvent>> results = new ArrayList<>(requests.size());
        long position = before;
        for (AppendRequest request : requests) {
            List<StoredEvent> rows = new ArrayList<>(request.events().size());
            for (AppendRequest.EventPart event : request.events()) {
                rows.add(stored(++position, at, request.streams().get(event.stream()), event));
            }
            results.add(rows);
        }
        return results;
    }

    private static StoredEvent stored(
            long position,
            Instant at,
            AppendRequest.StreamPart target,
            AppendRequest.EventPart event) {
        StoredEvent row =
                new StoredEvent(
                        position,
                        at,
                        target.type(),
                        target.name(),
                        target.id(),
                        event.sequence(),
                        event.type(),
                        event.revision(),
                        event.id(),
                        event.payload(),
                        event.metadata(),
                        event.leaf());
        AppendRequest.Content content = event.content();
        row.decoded(
                new Recorded(
                        position,
                        target.type(),
                        target.name(),
                        event.sequence(),
                        at,
                        content.name(),
                        content.event(),
                        content.stamp(),
                        content.metadata()));
        return row;
    }
}
