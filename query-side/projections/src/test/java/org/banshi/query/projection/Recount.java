package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.caseload.Statistics;
import org.jspecify.annotations.Nullable;

/** Counts the cases of a random story one by one, as a clerk would. */
final class Recount {

    private static final class Case {
        LocalDate received = LocalDate.MIN;
        @Nullable LocalDate due;
        @Nullable LocalDate stopped;
        @Nullable String outcome;
    }

    private final Map<String, Long> outcomes = new HashMap<>();
    private final List<Long> days = new ArrayList<>();
    private long received;
    private long inTime;
    private long late;
    private long undated;

    Recount(Scope scope, List<Recorded> events) {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof Applied applied
                    && scope.region() != null
                    && scope.region().covers(applied.region())) {
                Case c = new Case();
                c.received = recorded.stamp().day();
                cases.put(recorded.stream(), c);
                received++;
            }
            Case c = cases.get(recorded.stream());
            if (c != null) {
                take(c, recorded.event(), recorded.stamp().day());
            }
        }
    }

    private void take(Case c, Event event, LocalDate day) {
        if (event instanceof Accepted accepted) {
            c.due = accepted.due() == null ? null : accepted.due().day();
        } else if (event instanceof SupplementRequested) {
            c.stopped = day;
        } else if (event instanceof Supplemented) {
            c.stopped = null;
        }
        String end =
                event instanceof Concluded concluded
                        ? concluded.conclusion().name().toLowerCase(Locale.ROOT)
                        : event instanceof Withdrawn
                                ? "withdrawn"
                                : event instanceof Terminated
                                        ? "terminated"
                                        : event instanceof AcceptanceRefused
                                                ? "acceptance-refused"
                                                : null;
        if (end == null || c.outcome != null) {
            return;
        }
        c.outcome = end;
        outcomes.merge(end, 1L, Long::sum);
        if (end.equals("withdrawn") || end.equals("terminated")) {
            return;
        }
        days.add(ChronoUnit.DAYS.between(c.received, day));
        if (c.due == null) {
            undated++;
        } else if ((c.stopped == null ? day : c.stopped).isAfter(c.due)) {
            late++;
        } else {
            inTime++;
        }
    }

    void isThatOf(Statistics.Line total) {
        assertThat(total.received()).isEqualTo(received);
        assertThat(total.outcomes()).isEqualTo(outcomes);
        assertThat(total.open()).isEqualTo(received - total.ended());
        assertThat(List.of(total.inTime(), total.late(), total.undated()))
                .containsExactly(inTime, late, undated);
        Collections.sort(days);
        assertThat(total.median())
                .isEqualTo(days.isEmpty() ? null : days.get((days.size() - 1) / 2).intValue());
    }
}
