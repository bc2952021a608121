package org.banshi.app.casefile;

import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.eventstore.EventLog;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.PageResponse;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.projection.progress.PastProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cases as they were: events from the timeline, the page folded anew from the case's own stream.
 * Who may not see the case's timeline is told nothing.
 */
@Component
public class PastCases {

    private final QueryGateway queries;
    private final EventLog log;
    private final CaseNumbers numbers;
    private final PastProgress progress;

    public PastCases(
            QueryGateway queries, EventLog log, CaseNumbers numbers, PastProgress progress) {
        this.queries = queries;
        this.log = log;
        this.numbers = numbers;
        this.progress = progress;
    }

    /**
     * @param position the last that counts, up to the log's head
     * @return empty when there was no such case then, or the scope does not reach it
     */
    public Optional<PastCase> find(
            String number, Scope scope, long position, @Nullable String cursor, int limit) {
        Page<TimelineEntry> page =
                queries.query(
                                new FindTimeline(number, scope, cursor, limit, position),
                                PageResponse.<TimelineEntry>ofAny())
                        .join();
        if (page.rows().isEmpty() && cursor == null) {
            return Optional.empty();
        }
        return numbers.find(number)
                .flatMap(it -> progress.of(log.readStreamUntil(it.value(), position)))
                .map(then -> new PastCase(position, then, page.rows(), page.next()));
    }
}
