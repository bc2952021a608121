package org.banshi.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.codec.Upcaster;
import org.banshi.eventstore.crypto.KeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.banshi.eventstore.fetch.Ahead;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads an export of a whole log into an empty store: the same positions, times, ids and payloads.
 * Leaves, tree and chain are made anew and compared line by line; claims follow from the events.
 * Receipts of idempotency keys are not carried, nor are the positions of readers: read models are
 * made anew, and what acts on events leaves the imported ones alone. One transaction: all or
 * nothing. One thread reads and hashes, the caller's numbers streams and sums up claims, a third
 * sends; memory is bounded.
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
    public Imported read(InputStream in, List<String> reactions) throws IOException {
        TypeIds types = new TypeIds(dataSource, events.names());
        ImportReading reading = new ImportReading(new LogLineReader(in), codec, types, rules);
        BlockingQueue<ImportBatch> free = new LinkedBlockingQueue<>();
        for (int i = 0; i < AHEAD + 3; i++) {
            free.add(new ImportBatch(batch));
        }
        try (Connection connection = dataSource.getConnection()) {
            try (ImportWriting writing = new ImportWriting(connection)) {
                writing.begin();
                try (Ahead<ImportBatch, IOException> ahead =
                        new Ahead<>(
                                "banshi-import",
                                AHEAD,
                                () -> reading.next(Objects.requireNonNull(free.poll()), batch))) {
                    ImportBatch before = null;
                    for (ImportBatch next = ahead.next(); next != null; next = ahead.next()) {
                        writing.write(next);
                        if (before != null) {
                            free.add(before);
                        }
                        before = next;
                    }
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
}
