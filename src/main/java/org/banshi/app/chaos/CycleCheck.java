package org.banshi.app.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.history.ClaimCheck;
import org.banshi.eventstore.history.Entry;
import org.banshi.eventstore.history.HistoryCheck;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.ReaderCheck;
import org.banshi.eventstore.history.ReceiptCheck;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.rebuild.Comparison;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the database of a system at rest to what its callers were told. */
final class CycleCheck {

    private static final int PAGE = 2_000;
    private static final long PAUSE_MILLIS = 20;

    private final CaseNode node;
    private final JdbcTemplate jdbc;
    private final Duration patience;

    /**
     * @param node not one of those under load; its readers do not run
     * @param patience how long readers may take to come to the end of the log
     */
    CycleCheck(CaseNode node, Duration patience) {
        this.node = node;
        this.patience = patience;
        this.jdbc = node.jdbc;
    }

    /** How much was looked at. */
    record Seen(long events, List<String> violations) {}

    Seen check(List<Operation> operations) throws InterruptedException {
        List<Entry> log = log();
        List<String> violations = new ArrayList<>(HistoryCheck.violations(operations, log));
        violations.addAll(ReceiptCheck.violations(operations, log, receipts()));
        violations.addAll(ClaimCheck.violations(new ApplicationClaims(), recorded(), claims()));
        violations.addAll(work(operations, log));
        violations.addAll(tampered());
        violations.addAll(laggards(log.size()));
        if (violations.isEmpty()) {
            List<Long> witnessed = new Witness(jdbc).positions();
            violations.addAll(ReaderCheck.violations(Witness.NAME, 0, witnessed, log.size()));
            node.projections.forEach(it -> violations.addAll(fold(it, log.size())));
        }
        return new Seen(log.size(), violations);
    }

    private List<String> tampered() {
        try {
            return new LogVerifier(node.pool)
                    .whole(List.of(), position -> {}).findings().stream()
                            .map(it -> "the chain does not verify: " + it)
                            .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the log can't be verified", e);
        }
    }

    private List<Entry> log() {
        return jdbc.query(
                """
                select l.position, l.recorded_at, s.name, l.sequence, t.name
                from event_log l
                left join event_stream s on s.id = l.stream
                left join event_type t on t.id = l.type
                order by l.position
                """,
                (row, number) ->
                        new Entry(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5)));
    }

    private List<Recorded> recorded() {
        List<Recorded> log = new ArrayList<>();
        List<Recorded> page;
        do {
            long after = log.isEmpty() ? 0 : log.get(log.size() - 1).position();
            page = node.store.log().read(after, PAGE);
            log.addAll(page);
        } while (!page.isEmpty());
        return log;
    }

    private Map<String, Long> receipts() {
        Map<String, Long> receipts = new HashMap<>();
        jdbc.query(
                "select key, position from event_receipt",
                row -> {
                    receipts.put(row.getString(1), row.getLong(2));
                });
        return receipts;
    }

    private Map<Claim, String> claims() {
        Map<Claim, String> claims = new HashMap<>();
        jdbc.query(
                """
                select c.kind, c.key, s.name from event_claim c
                left join event_stream s on s.id = c.stream
                """,
                row -> {
                    claims.put(new Claim(row.getString(1), row.getString(2)), row.getString(3));
                });
        return claims;
    }

    /** What a transaction wrote beside its events is there with them. */
    private List<String> work(List<Operation> operations, List<Entry> log) {
        Set<List<String>> places = new HashSet<>();
        log.forEach(it -> places.add(List.of(it.stream(), it.label())));
        Set<String> inLog = new HashSet<>();
        for (Operation operation : operations) {
            Operation.Append first = operation.appends().get(0);
            if (places.contains(List.of(first.stream(), first.label()))) {
                inLog.add(operation.id());
            }
        }
        return jdbc.queryForList("select operation from chaos_work", String.class).stream()
                .filter(it -> !inLog.contains(it))
                .map(it -> it + " has a row and no events")
                .toList();
    }

    /** Readers that do not come to the end of the log, or that had to put events aside. */
    private List<String> laggards(long head) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            List<String> behind =
                    jdbc.queryForList(
                            """
                            select 'reader ' || name || ' is at ' || position || ' with ' || parked
                                || ' parked'
                            from subscription_token where position <> ? or parked > 0 order by name
                            """,
                            String.class,
                            head);
            if (behind.isEmpty() || System.nanoTime() > deadline) {
                return behind;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private List<String> fold(Projection projection, long head) {
        Comparison comparison =
                new ProjectionRebuild(
                                node.pool,
                                node.transactions,
                                node.store.subscriptions(),
                                node.store.personalData())
                        .run(projection, false)
                        .comparison();
        if (comparison.isEqual() && comparison.position() == head) {
            return List.of();
        }
        return List.of(
                "read model %s differs from the fold of the log in %d rows, at %d of %d"
                        .formatted(
                                projection.name(),
                                comparison.differing(),
                                comparison.position(),
                                head));
    }
}
