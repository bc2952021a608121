package org.banshi.eventstore.tree;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcOperations;

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
        LogHead head = LogHead.read(jdbc);
        // What is signed must not go with the server's last moments.
        jdbc.execute("select flush_log()");
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

    /** The key's public half. */
    public String publicKey() {
        return key.publicHalf().text();
    }
}
