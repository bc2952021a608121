package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.process.work.CaseBusyException;
import org.banshi.process.work.RootWork;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class CaseLockTest {

    @Autowired private Office office;
    @Autowired private RootWork root;
    @Autowired private DataSource dataSource;

    @Test
    void who_waits_too_long_for_a_case_is_told_and_changes_nothing() throws SQLException {
        ApplicationId application = office.open();
        String task = office.task(application, "check-papers");
        try (Connection other = holding(application)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> refuse(application)).isInstanceOf(CaseBusyException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(8));

            assertThat(office.task(application, "check-papers")).isEqualTo(task);
            assertThat(office.story(task)).containsExactly("work-item.opened");
            other.rollback();
        }

        refuse(application);

        assertThat(office.story(application)).endsWith("application.acceptance-refused");
    }

    @Test
    void the_limit_is_for_the_lock_of_the_case_alone() {
        String after =
                root.run(
                        () -> {
                            root.lock(new ApplicationId(UUID.randomUUID().toString()));
                            return setting();
                        });

        assertThat(after).isEqualTo("0");
    }

    private String setting() {
        return JdbcClient.create(dataSource).sql("SHOW lock_timeout").query(String.class).single();
    }

    private void refuse(ApplicationId application) {
        office.complete(application, "check-papers", "refuse", Map.of("reason", "out-of-town"));
    }

    /** Another node that works on the case and does not come to an end. */
    private Connection holding(ApplicationId application) throws SQLException {
        Connection other = dataSource.getConnection();
        other.setAutoCommit(false);
        UUID id = UUID.fromString(application.value());
        try (PreparedStatement lock = other.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits());
            lock.execute();
        }
        return other;
    }
}
