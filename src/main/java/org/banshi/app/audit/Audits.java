package org.banshi.app.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.Checkpoints;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.eventstore.tree.StoredTree;
import org.banshi.eventstore.tree.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an auditor takes away to check elsewhere. Holds no content of events. */
public final class Audits {

    /**
     * Where the log stands.
     *
     * @param growth from the tree that the auditor knows; empty when none was named
     */
    public record Standing(
            Checkpoint checkpoint,
            @Schema(description = "Of the signing key: X.509, base64.") String publicKey,
            @Schema(description = "RFC 6962 consistency proof from the size asked about, hex.")
                    List<String> growth) {}

    /** That an event is in the log. */
    public record Inclusion(
            long position,
            @Schema(description = "SHA-256 over a zero byte and the event's content, hex.")
                    String leaf,
            @Schema(description = "RFC 6962 inclusion proof to the checkpoint's root, hex.")
                    List<String> path,
            Checkpoint checkpoint) {}

    /**
     * Whether a case's events are as they were written, and the proof for one of them.
     *
     * @param proof to the checkpoint that the events were held to
     * @param line the checkpoint as {@code ./banshi verify --checkpoint} reads it
     */
    public record Evidence(Verification found, Inclusion proof, String line, String publicKey) {}

    /** Events of a log that are counted while somebody waits: some tenths of a second. */
    private static final long COUNTED = 500_000;

    private final StoredTree tree;
    private final LogVerifier verifier;
    private final Checkpoints checkpoints;

    /**
     * @param data the folder that holds the keys
     */
    public Audits(DataSource dataSource, Path data) {
        tree = new StoredTree(new JdbcTemplate(dataSource));
        verifier = new LogVerifier(dataSource);
        checkpoints = Auditing.checkpoints(dataSource, data);
    }

    /**
     * The newest checkpoint; empty when the log never had {@code since} events.
     *
     * @param since size of a tree that it is to be shown to have grown from, 0 for none
     */
    public Optional<Standing> standing(long since) {
        Checkpoint newest = checkpoints.newest();
        if (since < 0 || since > newest.size()) {
            return Optional.empty();
        }
        List<byte[]> growth =
                since == 0 ? List.of() : tree.consistency(since, newest.size()).path();
        return Optional.of(new Standing(newest, checkpoints.publicKey(), hex(growth)));
    }

    /** The proof for the event at a position; empty when there is none. */
    public Optional<Inclusion> inclusion(long position) {
        return inclusion(position, checkpoints.newest());
    }

    /** The newest checkpoint, signed now. */
    Checkpoint newest() {
        return checkpoints.newest();
    }

    /** What checkpoints are signed with: X.509, base64. */
    String publicKey() {
        return checkpoints.publicKey();
    }

    Optional<Inclusion> inclusion(long position, Checkpoint newest) {
        if (position < 1 || position > newest.size()) {
            return Optional.empty();
        }
        String leaf = hex(List.of(tree.node(0, position - 1))).get(0);
        List<String> path = hex(tree.inclusion(position - 1, newest.size()).path());
        return Optional.of(new Inclusion(position, leaf, path, newest));
    }

    /**
     * What there is to say for the events of a stream.
     *
     * @param position of the event to prove; null for the stream's last
     * @return empty when there is no event at the position
     */
    public Optional<Evidence> evidence(String stream, @Nullable Long position) {
        Checkpoint newest = checkpoints.newest();
        Verification found = verify(stream, newest);
        return inclusion(position == null ? found.to() : position, newest)
                .map(
                        proof ->
                                new Evidence(
                                        found,
                                        proof,
                                        CheckpointFile.line(newest).strip(),
                                        checkpoints.publicKey()));
    }

    /** The newest checkpoint as a line of a file; empty while nothing was written. */
    public Optional<String> line() {
        Checkpoint newest = checkpoints.newest();
        return newest.size() == 0
                ? Optional.empty()
                : Optional.of(CheckpointFile.line(newest).strip());
    }

    /** The leaves of events, hex, by position. */
    public Map<Long, String> leaves(Collection<Long> positions) {
        Map<Long, String> leaves = new HashMap<>();
        tree.leaves(positions)
                .forEach((position, leaf) -> leaves.put(position, HexFormat.of().formatHex(leaf)));
        return leaves;
    }

    private Verification verify(String stream, Checkpoint newest) {
        try {
            return verifier.streamAlone(stream, List.of(newest), COUNTED);
        } catch (SQLException e) {
            // Its text may quote a row.
            throw new DataAccessResourceFailureException(
                    "the database failed (" + e.getSQLState() + ")");
        }
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
