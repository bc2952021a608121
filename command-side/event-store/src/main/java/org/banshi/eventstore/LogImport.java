package org.banshi.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.codec.Upcaster;
import org.banshi.eventstore.crypto.KeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads an export of a whole log into an empty store: the same positions, times, ids and payloads.
 * Leaves, tree and chain are made anew and compared line by line; claims follow from the events.
 * Receipts of idempotency keys are not carried, nor are the positions of readers: read models are
 * made anew, and what acts on events leaves the imported ones alone. One transaction: all or
 * nothing. One thread reads and hashes, the caller's writes; memory is bounded.
 */
public final class LogImport {

    private static final int BATCH = 4_000;
    private static final int AHEAD = 2;

    /**
     * What was imported.
     *
     * @param chain the head's link, in hexadecimal: equal to that of the store it came from
     */
    public record Imported(long events, String chain) {}

    private final DataSource dataSource;
    private final EventTypes events;
    private final ClaimRules rules;
    private final EventCodec codec;
    private final int batch;

    /**
     * @param keys needed where an event of an older revision is lifted that tells of claims
     */
    public LogImport(
            DataSource dataSource,
            EventTypes events,
            ClaimRules rules,
            KeyVault keys,
            List<Upcaster> upcasters) {
        this(dataSource, events, rules, keys, upcasters, BATCH);
    }

    /**
     * @param batch events that are written at a time
     */
    LogImport(
            DataSource dataSource,
            EventTypes events,
            ClaimRules rules,
            KeyVault keys,
            List<Upcaster> upcasters,
            int batch) {
        this.batch = batch;
        this.dataSource = dataSource;
        this.events = events;
        this.rules = rules;
        this.codec = new EventCodec(events, new PersonCipher(keys), upcasters);
    }

    /**
     * @param reactions names of the readers that act on events; they are put behind the imported
     *     ones, so that nothing is done a second time
     * @throws ImportRefusedException when the store is not empty, or at the first line that does
     *     not fit; then nothing was imported
     */
    public Imported read(InputStream in, List<String> reactions)
            throws IOException, InterruptedException {
        TypeIds types = new TypeIds(dataSource, events.names());
        ImportReading reading = new ImportReading(new LogLineReader(in), codec, types, rules);
        try (Connection connection = dataSource.getConnection()) {
            try {
                ImportWriting writing = new ImportWriting(connection);
                writing.begin();
                Ahead ahead = new Ahead(reading, batch);
                try {
                    ImportBatch next = ahead.next();
                    while (next != null) {
                        writing.write(next);
                        next = ahead.next();
                    }
                } finally {
                    ahead.stop();
                }
                ImportedTree tree = reading.tree();
                writing.end(tree, Timestamp.from(reading.reached()), reactions);
                return new Imported(tree.size(), HexFormat.of().formatHex(tree.chain()));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // Its text may quote a row.
            throw new DataAccessResourceFailureException(
                    "the database failed (" + e.getSQLState() + "); nothing was imported");
        }
    }

    /** The thread that reads while the caller's writes. */
    private static final class Ahead implements Runnable {

        /** Null when all were read. */
        private record Next(@Nullable ImportBatch batch) {}

        private final ImportReading reading;
        private final int size;
        private final BlockingQueue<Next> queue = new ArrayBlockingQueue<>(AHEAD);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Thread thread = new Thread(this, "banshi-import");

        Ahead(ImportReading reading, int size) {
            this.size = size;
            this.reading = reading;
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void run() {
            try {
                ImportBatch batch = reading.next(size);
                while (batch != null) {
                    queue.put(new Next(batch));
                    batch = reading.next(size);
                }
                queue.put(new Next(null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException | Error e) {
                failure.set(e);
                giveUp();
            }
        }

        private void giveUp() {
            try {
                queue.put(new Next(null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Nullable ImportBatch next() throws IOException, InterruptedException {
            ImportBatch batch = queue.take().batch();
            Throwable failed = batch == null ? failure.get() : null;
            if (failed instanceof IOException e) {
                throw new IOException(e);
            }
            if (failed instanceof ImportRefusedException e) {
                throw e;
            }
            if (failed != null) {
                throw new IllegalStateException(failed);
            }
            return batch;
        }

        void stop() throws InterruptedException {
            thread.interrupt();
            thread.join();
        }
    }
}
