package org.banshi.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.banshi.command.contract.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes what was read into the empty tables, within one transaction of a connection. A thread of
 * its own sends a batch to the server while the caller makes the next one ready.
 */
final class ImportWriting implements AutoCloseable {

    private static final byte[] COPY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] COPY_END = {(byte) 0xff, (byte) 0xff};

    private static final int PIECE = 1 << 16;
    private static final String UNIQUE_VIOLATION = "23505";

    /** Streams whose place is remembered; others are looked up. */
    private static final int REMEMBERED = 50_000;

    private record Stream(long id, String type, int next) {}

    /**
     * A batch with what follows from it.
     *
     * @param lastBefore the last stream that began in an earlier batch
     */
    private record Ready(
            ImportBatch batch, GrowingBytes streams, ImportedClaims claims, long lastBefore) {}

    private final Connection connection;
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(run -> new Thread(run, "banshi-import-send"));
    private @Nullable Future<?> sending;
    private final Map<String, Stream> streams = new LinkedHashMap<>(REMEMBERED, 0.75f, true);
    private long lastStream;

    ImportWriting(Connection connection) {
        this.connection = connection;
    }

    /**
     * Locks the log.
     *
     * @throws ImportRefusedException when it is not empty
     */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // The tables were empty when they were last looked at: go by the indexes whatever the
            // statistics say.
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("select lock_log()");
            try (ResultSet row =
                    statement.executeQuery(
                            """
                            select h.position = 0
                                and not exists (select from event_log)
                                and not exists (select from event_stream)
                                and not exists (select from event_claim)
                            from event_head h
                            """)) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new ImportRefusedException(0, "the store is not empty");
                }
            }
        }
    }

    /**
     * Has it sent. Until the next call has returned, or {@link #end}, the batch is in use.
     *
     * @throws ImportRefusedException when it, or the one before, does not fit
     */
    void write(ImportBatch batch) throws SQLException {
        lookUp(batch);
        long lastBefore = lastStream;
        GrowingBytes begun = number(batch);
        Ready ready = new Ready(batch, begun, claims(batch, lastBefore), lastBefore);
        trim();
        sent();
        sending =
                sender.submit(
                        () -> {
                            send(ready);
                            return null;
                        });
    }

    /** Waits until everything that was to be sent is sent. */
    private void sent() throws SQLException {
        if (sending == null) {
            return;
        }
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was sent", e);
        } finally {
            sending = null;
        }
    }

    /** Sending throws nothing else that is checked. */
    private static SQLException failure(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (SQLException) failure;
    }

    private void send(Ready ready) throws SQLException {
        copy("event_stream", ready.streams());
        copy("event_log", ready.batch().events);
        copy("event_group", ready.batch().groups);
        copy("event_subtree", ready.batch().subtrees);
        if (ready.claims().conflict() || !write(ready.claims(), ready.lastBefore())) {
            throw new ImportRefusedException(
                    ready.batch().claims.get(0).line(),
                    "or one of those soon after takes a claim that another stream holds");
        }
    }

    /** Sets the head and the readers that are to leave the imported events alone, and commits. */
    void end(ImportedTree tree, Timestamp recordedAt, List<String> reactions) throws SQLException {
        sent();
        try (PreparedStatement head =
                connection.prepareStatement(
                        """
                        insert into event_heads (position, recorded_at, frontier, chain)
                        values (?, ?, ?, ?)
                        """)) {
            head.setLong(1, tree.size());
            head.setTimestamp(2, recordedAt);
            head.setArray(3, connection.createArrayOf("bytea", tree.frontier()));
            head.setBytes(4, tree.chain());
            head.executeUpdate();
        }
        try (PreparedStatement ids =
                connection.prepareStatement("select setval('event_stream_id', ?, false)")) {
            ids.setLong(1, lastStream + 1);
            ids.execute();
        }
        try (PreparedStatement tokens =
                connection.prepareStatement(
                        """
                        insert into subscription_token (name, position)
                        select r.name, ? from unnest(?) r (name)
                        on conflict (name) do update set position = excluded.position
                        """)) {
            tokens.setLong(1, tree.size());
            tokens.setArray(2, connection.createArrayOf("text", reactions.toArray()));
            tokens.executeUpdate();
        }
        connection.commit();
    }

    /** Gives the batch's streams their numbers, and answers the rows of the new ones. */
    private GrowingBytes number(ImportBatch batch) {
        GrowingBytes added = new GrowingBytes(1 << 16);
        for (ImportBatch.Place place : batch.places) {
            Stream stream = streams.get(place.stream());
            if (stream == null) {
                stream = new Stream(++lastStream, place.streamType(), 0);
                byte[] type = place.streamType().getBytes(StandardCharsets.UTF_8);
                byte[] name = place.stream().getBytes(StandardCharsets.UTF_8);
                added.putShort(3).putInt(8).putLong(stream.id());
                added.putInt(type.length).put(type).putInt(name.length).put(name);
            }
            if (stream.next() != place.sequence() || !stream.type().equals(place.streamType())) {
                throw new ImportRefusedException(place.line(), "does not follow in its stream");
            }
            streams.put(place.stream(), new Stream(stream.id(), stream.type(), stream.next() + 1));
            batch.events.setLong(place.numberAt(), stream.id());
        }
        return added;
    }

    private void lookUp(ImportBatch batch) throws SQLException {
        Set<String> unknown = new HashSet<>();
        for (ImportBatch.Place place : batch.places) {
            if (place.sequence() > 0 && !streams.containsKey(place.stream())) {
                unknown.add(place.stream());
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        sent();
        try (PreparedStatement find =
                connection.prepareStatement(
                        """
                        select p.stream, p.id, p.next, s.type
                        from event_stream_places(?) p join event_stream s on s.id = p.id
                        """)) {
            find.setArray(1, connection.createArrayOf("text", unknown.toArray()));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    streams.put(
                            row.getString(1),
                            new Stream(row.getLong(2), row.getString(4), row.getInt(3)));
                }
            }
        }
    }

    private void trim() {
        Iterator<String> eldest = streams.keySet().iterator();
        for (int excess = streams.size() - REMEMBERED; excess > 0; excess--) {
            eldest.next();
            eldest.remove();
        }
    }

    private void copy(String table, GrowingBytes rows) throws SQLException {
        if (rows.length() == 0) {
            return;
        }
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin (format binary)");
        try {
            copy.writeToCopy(COPY_HEADER, 0, COPY_HEADER.length);
            // In pieces: the server takes in the first while the next are on their way.
            for (int at = 0; at < rows.length(); at += PIECE) {
                copy.writeToCopy(rows.array(), at, Math.min(PIECE, rows.length() - at));
            }
            copy.writeToCopy(COPY_END, 0, COPY_END.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** What the batch's events did to claims. */
    private ImportedClaims claims(ImportBatch batch, long lastBefore) {
        ImportedClaims claims = new ImportedClaims();
        for (ImportBatch.Claimed claimed : batch.claims) {
            Stream stream = streams.get(claimed.stream());
            if (stream == null) {
                throw new IllegalStateException("a claim without a stream");
            }
            boolean begun = stream.id() > lastBefore;
            for (Claim claim : claimed.changes().released()) {
                claims.release(claim, stream.id(), begun);
            }
            for (Claim claim : claimed.changes().acquired()) {
                claims.acquire(claim, stream.id());
            }
        }
        return claims;
    }

    /** False when another stream holds one. */
    private boolean write(ImportedClaims claims, long lastBefore) throws SQLException {
        claims.writeReleased(connection);
        try {
            copy("event_claim", claims.begun(lastBefore));
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
        return claims.writeOthers(connection, lastBefore);
    }

    /** Waits until nothing is sent any more. */
    @Override
    public void close() {
        sender.shutdown();
        boolean interrupted = false;
        while (!sender.isTerminated()) {
            try {
                sender.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
