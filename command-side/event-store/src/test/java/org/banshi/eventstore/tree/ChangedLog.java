package org.banshi.eventstore.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log of some thousand events; what a test changed behind its back is undone after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangedLog {

    private static final int DIARIES = 350;

    HikariDataSource pool;
    JdbcTemplate jdbc;
    Superuser superuser;
    LogVerifier verifier;
    CheckpointKey key;
    Checkpoint early;
    Checkpoint late;
    long head;

    @BeforeAll
    void a_log(@TempDir Path keys) {
        pool = TestDatabase.fresh();
        jdbc = new JdbcTemplate(pool);
        superuser = new Superuser(jdbc);
        verifier = new LogVerifier(pool);
        key = CheckpointKey.in(keys);
        Checkpoints checkpoints =
                new Checkpoints(jdbc, key, "test", Clock.fixed(Node.WHEN, ZoneOffset.UTC));
        try (Node node = new Node(pool)) {
            for (int i = 0; i < DIARIES; i++) {
                String diary = "diary-" + i;
                node.append(diary, 0, Node.begun(diary), Node.written(diary, 1));
                node.append(
                        diary,
                        2,
                        Node.written(diary, 2),
                        Node.written(diary, 3),
                        Node.written(diary, 4));
                if (i == 150) {
                    early = checkpoints.newest();
                }
            }
        }
        late = checkpoints.newest();
        head = late.size();
        assertThat(head).isEqualTo(5L * DIARIES);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @BeforeEach
    void save() {
        superuser.save();
    }

    @AfterEach
    void restore() throws SQLException {
        superuser.restore();
        assertThat(findings(late)).isEmpty();
    }

    List<String> findings(Checkpoint... checkpoints) throws SQLException {
        return verifier.whole(List.of(checkpoints), position -> {}).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    void change(String sql) {
        assertThat(jdbc.update(sql)).isPositive();
    }
}
