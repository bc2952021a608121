package org.banshi.eventstore.tree;

import java.sql.Connection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Signs where the log stands. */
public final class Checkpoints {

    private final JdbcOperations jdbc;
    private final CheckpointKey key;
    private final String origin;
    private final Clock clock;

    /**
     * @param origin which log it is, for those who keep checkpoints of several; one line
     */
    public Checkpoints(JdbcOperations jdbc, CheckpointKey key, String origin, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.origin = origin;
        this.clock = clock;
    }

    /** The log's end, now. */
    public Checkpoint newest() {
        LogHead head = jdbc.execute((ConnectionCallback<LogHead>) Checkpoints::onDisk);
        return key.sign(
                new Checkpoint(
                        origin,
                        head.position(),
                        Hashes.hex(head.root()),
                        Hashes.hex(head.chain()),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        key.publicHalf().id(),
                        ""));
    }

    /**
     * The log's end, which the server will not forget. One connection for both questions: a server
     * that fails between the two and is back for the second has forgotten the first.
     */
    private static LogHead onDisk(Connection connection) {
        JdbcTemplate one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        LogHead head = LogHead.read(one);
        one.execute("select flush_log()");
        return head;
    }

    /** The key's public half. */
    public String publicKey() {
        return key.publicHalf().text();
    }
}
