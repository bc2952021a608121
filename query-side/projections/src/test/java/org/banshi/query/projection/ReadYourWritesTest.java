package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.query.contract.page.Views;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Through the real event store and its readers. */
class ReadYourWritesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HikariDataSource database = TestDatabase.create();
    private LiveLog log;
    private World world;

    @BeforeEach
    void readers_run() throws Exception {
        log = new LiveLog(database, new JdbcTransactionManager(database));
        world = new World(database, log.personal());
        log.read(world.models.projections());
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    private long written() {
        log.subscriptions().clear();
        log.append(world.story);
        return log.subscriptions().lastAppended();
    }

    private Progress progress(Case c) {
        return world.ask(
                        new FindProgress(c.number(), World.citizen(c.person().value())),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .orElseThrow();
    }

    @Test
    void who_waits_for_the_position_of_a_write_sees_the_write() {
        Case c = world.story.applied("440106001");
        String item = world.story.waits(c, "review", "town", "440106001", null);
        long position = written();
        assertThat(position).isEqualTo(world.story.head());

        assertThat(log.subscriptions().await(Views.PROGRESS, position, PATIENCE)).isTrue();
        assertThat(progress(c).officePhone()).isEqualTo("020-440106001");
        assertThat(log.subscriptions().await(Views.WORK_LIST, position, PATIENCE)).isTrue();
        assertThat(
                        world.ask(
                                        new FindWorkItem(item, World.auditor()),
                                        ResponseTypes.optionalInstanceOf(WorkItemRow.class))
                                .orElseThrow()
                                .applicantName())
                .isEqualTo("张*");

        world.story.of(c, new Withdrawn(c.id(), c.person(), null));
        assertThat(log.subscriptions().await(Views.PROGRESS, written(), PATIENCE)).isTrue();
        assertThat(progress(c).status()).isEqualTo("withdrawn");
    }
}
