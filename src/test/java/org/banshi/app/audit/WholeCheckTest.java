package org.banshi.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.AuditRun.State;
import org.banshi.app.audit.run.AuditRuns;
import org.junit.jupiter.api.Test;

class WholeCheckTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");

    private final AuditRuns runs = mock();

    private static AuditRun run(State state, Map<String, String> asked, int days, int findings) {
        return new AuditRun(
                UUID.randomUUID(),
                AuditRun.Kind.VERIFY,
                "auditor",
                null,
                asked,
                state,
                9,
                9,
                state == State.DONE
                        ? """
                          {"found": {"from": 1, "to": 9, "events": 9, "root": "ab",
                            "findings": [%s], "more": 0}, "held": 1, "forged": 0}
                          """
                                .formatted(
                                        findings == 0
                                                ? ""
                                                : "{\"from\": 3, \"to\": 3, \"what\": \"gone\"}")
                        : null,
                MONDAY.plusSeconds(86_400L * days),
                state == State.RUNNING ? null : MONDAY.plusSeconds(86_400L * days + 60));
    }

    private void are(AuditRun... newestFirst) {
        when(runs.newest(eq(AuditRun.Kind.VERIFY), anyInt())).thenReturn(List.of(newestFirst));
    }

    @Test
    void is_the_newest_of_all_of_the_log_and_not_of_a_part_of_it() {
        are(
                run(State.RUNNING, Map.of(), 5, 0),
                run(State.CANCELLED, Map.of(), 4, 0),
                run(State.DONE, Map.of(LogCheck.NUMBER, "440106-1"), 3, 0),
                run(State.DONE, Map.of(LogCheck.FROM, "1", LogCheck.TO, "5"), 2, 0),
                run(State.DONE, Map.of(LogCheck.CHECKPOINTS, "one"), 1, 0),
                run(State.DONE, Map.of(), 0, 1));

        assertThat(WholeCheck.newest(runs))
                .contains(new WholeCheck(MONDAY.plusSeconds(86_460), 9, true));
    }

    @Test
    void says_so_when_something_was_found() {
        are(run(State.DONE, Map.of(), 0, 1));

        assertThat(WholeCheck.newest(runs))
                .hasValueSatisfying(it -> assertThat(it.good()).isFalse());
    }

    @Test
    void is_nothing_where_there_was_none() {
        are();

        assertThat(WholeCheck.newest(runs)).isEmpty();
    }
}
