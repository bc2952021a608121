package org.banshi.app.audit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.banshi.app.audit.run.AuditRun.Kind;
import org.banshi.app.audit.run.AuditRun.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that says nothing for long: one statement of the database, for instance. */
@Timeout(60)
class AuditRunsTest {

    private static final int LONG = 20_000;

    private final RunTable table = mock();
    private final CountDownLatch silent = new CountDownLatch(1);
    private final AuditRuns runs =
            new AuditRuns(
                    table, List.of(new Silent()), Duration.ofMillis(20), Duration.ofMillis(200));

    @AfterEach
    void end() throws InterruptedException {
        silent.countDown();
        runs.destroy();
    }

    @Test
    void is_heard_of_while_it_says_nothing_though_the_database_was_away() throws Exception {
        when(table.beat(any(), anyLong(), anyLong()))
                .thenReturn(false)
                .thenThrow(new IllegalStateException("away"))
                .thenReturn(false);
        UUID id = runs.start(Kind.COMPARE, Map.of(), "auditor-1", null);

        verify(table, timeout(LONG).atLeast(3)).beat(id, 3, 7);
        silent.countDown();
        verify(table, timeout(LONG)).end(eq(id), eq(State.DONE), any());
    }

    @Test
    void learns_that_it_is_to_end_while_it_says_nothing() {
        when(table.beat(any(), anyLong(), anyLong())).thenReturn(false, false, true);
        UUID id = runs.start(Kind.COMPARE, Map.of(), "auditor-1", null);

        verify(table, timeout(LONG).atLeast(4)).beat(id, 3, 7);
        silent.countDown();
        verify(table, timeout(LONG)).end(id, State.CANCELLED, null);
    }

    @Test
    void holds_the_end_of_its_node_up_for_no_longer_than_is_allowed() throws Exception {
        UUID id = runs.start(Kind.COMPARE, Map.of(), "auditor-1", null);
        verify(table, timeout(LONG).atLeast(1)).beat(id, 3, 7);

        runs.destroy();

        assertThat(silent.getCount()).as("it runs still").isEqualTo(1);
        verify(table).end(id, State.INTERRUPTED, null);
    }

    /** Says once how far it is; looks whether it is to end when it comes round. */
    private final class Silent implements RunTask {

        @Override
        public Kind kind() {
            return Kind.COMPARE;
        }

        @Override
        public Object run(Map<String, String> asked, RunProgress progress) throws Exception {
            progress.at(3, 7);
            silent.await();
            progress.check();
            return "done";
        }
    }
}
