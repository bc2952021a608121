package org.banshi.eventstore.tree;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.banshi.eventstore.fetch.Ahead;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds and locates what is in the log and was not written so, in bounded memory and while others
 * append. What was made to fit all the way to the log's end, by whoever may write to every table,
 * only a checkpoint tells that was kept elsewhere.
 */
public final class LogVerifier {

    private static final int PARTS_AHEAD = 4;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final StoredTree stored;

    public LogVerifier(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.stored = new StoredTree(jdbc);
    }

    /**
     * The whole log.
     *
     * @param checkpoints signatures checked
     * @param progress told the position reached, now and then
     * @throws SQLException when the database fails
     */
    public Verification whole(List<Checkpoint> checkpoints, LongConsumer progress)
            throws SQLException {
        Findings findings = new Findings();
        LogHead head = head(findings);
        byte[] root = headRoot(head, findings);
        LogWalk walk =
                new LogWalk(
                        types(), new MerkleTree(), new Hashes().ofNothing(), checkpoints, findings);
        walk(walk, 0, head.position(), progress);
        checkEnd(head, root, walk.chain(), findings);
        new LogSeams(jdbc).check(findings);
        return findings.over(1, head.position(), walk.events(), root);
    }

    /**
     * The groups that hold a range of positions. What comes before is taken as the stored tree has
     * it, which has to lead to the root of the last group there.
     *
     * @param from first position, at least 1
     * @param to last position; the log's end when that is before
     * @throws SQLException when the database fails
     */
    public Verification range(
            long from, long to, List<Checkpoint> checkpoints, LongConsumer progress)
            throws SQLException {
        Findings findings = new Findings();
        LogHead head = head(findings);
        byte[] root = headRoot(head, findings);
        Walked walked = groups(from, to, head, root, checkpoints, findings, progress);
        return findings.over(walked.from(), walked.to(), walked.events(), root);
    }

    /** What was gone along: the groups from one to another position. */
    private record Walked(long from, long to, long events) {}

    private Walked groups(
            long from,
            long to,
            LogHead head,
            byte[] root,
            List<Checkpoint> checkpoints,
            Findings findings,
            LongConsumer progress)
            throws SQLException {
        LogGroup before = group("position < ? order by position desc", from);
        long after = before == null ? 0 : before.position();
        LogGroup last = group("position >= ? order by position", Math.max(from, to));
        long until = last == null ? head.position() : Math.min(last.position(), head.position());
        MerkleTree tree = new MerkleTree();
        if (before != null) {
            try {
                tree = stored.tree(after);
                if (!Arrays.equals(tree.root(), before.root())) {
                    findings.add(1, after, "the stored tree does not lead to the root there");
                }
            } catch (TornTreeException e) {
                findings.add(1, after, Objects.requireNonNull(e.getMessage()));
                return new Walked(after + 1, until, 0);
            }
        }
        List<Checkpoint> within = checkpoints.stream().filter(it -> it.size() <= until).toList();
        byte[] chain = before == null ? new Hashes().ofNothing() : before.chain();
        LogWalk walk = new LogWalk(types(), tree, chain, within, findings);
        walk(walk, after, until, progress);
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.size() <= after || checkpoint.size() > until) {
                checkStored(checkpoint, head, findings);
            }
        }
        if (until == head.position()) {
            checkEnd(head, root, walk.chain(), findings);
        }
        return new Walked(after + 1, until, walk.events());
    }

    /**
     * One stream: its events, each by its way to the newest root, and then the log from its last
     * event to the end. Whatever belongs to the stream and was removed or moved to another one
     * stood there, since the events of a stream are numbered without gaps and in the order of the
     * log. So a finding may be of other streams; none means that this one is whole.
     *
     * @param checkpoints signatures checked
     * @param progress told the position reached, now and then
     * @throws SQLException when the database fails
     */
    public Verification stream(String name, List<Checkpoint> checkpoints, LongConsumer progress)
            throws SQLException {
        Findings findings = new Findings();
        LogHead head = head(findings);
        byte[] root = headRoot(head, findings);
        StreamCheck check = new StreamCheck(jdbc, stored, head, root, findings);
        check.check(name);
        groups(check.last() + 1, head.position(), head, root, checkpoints, findings, progress);
        return findings.over(check.first(), check.last(), check.events(), root);
    }

    /**
     * One stream's own events alone, for who does not want to wait. That its last events were not
     * moved to another stream is not known then, and that none is gone only where the log's events
     * are counted, which takes as long as it has events.
     *
     * @param counted most events that are counted
     * @throws SQLException when the database fails
     */
    public Verification streamAlone(String name, List<Checkpoint> checkpoints, long counted)
            throws SQLException {
        Findings findings = new Findings();
        LogHead head = head(findings);
        byte[] root = headRoot(head, findings);
        StreamCheck check = new StreamCheck(jdbc, stored, head, root, findings);
        check.check(name);
        if (head.position() <= counted) {
            checkCount(head, findings);
        }
        checkpoints.forEach(it -> checkStored(it, head, findings));
        return findings.over(check.first(), check.last(), check.events(), root);
    }

    private void walk(LogWalk walk, long after, long until, LongConsumer progress)
            throws SQLException {
        try (LogParts parts = new LogParts(dataSource.getConnection(), after, until);
                Ahead<LogPart, SQLException> ahead =
                        new Ahead<>(
                                "verify-fetch",
                                PARTS_AHEAD,
                                () -> parts.hasNext() ? parts.next() : null)) {
            for (LogPart part = ahead.next(); part != null; part = ahead.next()) {
                walk.take(part);
                progress.accept(part.until());
            }
        }
        walk.end();
    }

    private LogHead head(Findings findings) {
        Optional<LogHead> found = LogHead.find(jdbc);
        if (found.isPresent()) {
            return found.get();
        }
        LogHead gone = LogHead.gone(jdbc);
        findings.add(gone.position(), gone.position(), "the log's head is gone");
        return gone;
    }

    private byte[] headRoot(LogHead head, Findings findings) {
        try {
            return head.root();
        } catch (IllegalArgumentException e) {
            findings.add(1, head.position(), "the head's tree is not whole");
            return new byte[Hashes.BYTES];
        }
    }

    private void checkEnd(LogHead head, byte[] root, byte[] chain, Findings findings) {
        LogGroup last = group("position <= ? order by position desc", head.position());
        boolean fits =
                last == null
                        ? head.position() == 0
                        : last.position() == head.position()
                                && last.micros() == head.micros()
                                && Arrays.equals(last.root(), root);
        if (!fits || !Arrays.equals(head.chain(), chain)) {
            findings.add(head.position(), head.position(), "the head is not the last group's");
        }
    }

    /** The last events of a stream leave no hole in it. */
    private void checkCount(LogHead head, Findings findings) {
        Long there =
                jdbc.queryForObject(
                        "select count(*) from event_log where position between 1 and ?",
                        Long.class,
                        head.position());
        if (there == null || there != head.position()) {
            findings.add(
                    1,
                    head.position(),
                    "%s events are here: some are gone, perhaps of this stream".formatted(there));
        }
    }

    private void checkStored(Checkpoint checkpoint, LogHead head, Findings findings) {
        long size = checkpoint.size();
        if (size > head.position()) {
            findings.add(
                    head.position() + 1,
                    size,
                    "gone, as the checkpoint of %s says".formatted(checkpoint.time()));
            return;
        }
        LogGroup group = group("position = ? order by position", size);
        try {
            if (size > 0
                    && (group == null
                            || !Arrays.equals(group.chain(), checkpoint.chainHash())
                            || !Arrays.equals(stored.root(size), checkpoint.rootHash()))) {
                findings.add(
                        1, size, "not what the checkpoint of %s says".formatted(checkpoint.time()));
            }
        } catch (TornTreeException e) {
            findings.add(1, size, Objects.requireNonNull(e.getMessage()));
        }
    }

    private @Nullable LogGroup group(String where, long position) {
        return LogHead.group(jdbc, where, position);
    }

    private Map<Short, byte[]> types() {
        Map<Short, byte[]> types = new HashMap<>();
        jdbc.query(
                "select id, name from event_type",
                row -> {
                    String name = row.getString(2);
                    if (name != null) {
                        types.put(row.getShort(1), name.getBytes(StandardCharsets.UTF_8));
                    }
                });
        return types;
    }
}
