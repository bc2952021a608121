package org.banshi.eventstore.proof;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.banshi.command.contract.claim.Claim;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.history.ClaimCheck;
import org.banshi.eventstore.history.Entry;
import org.banshi.eventstore.history.HistoryCheck;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.ReaderCheck;
import org.banshi.eventstore.history.ReceiptCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one database, writers and readers at random on both, and what came of it. */
final class RandomHistory implements AutoCloseable {

    static final int WRITERS = 8;

    private static final int QUEUE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(60);
    private static final int LATEST = 60;

    private final long seed;
    private final JdbcTemplate truth;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Set<Class<?>> failures = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * @param truth the database without faults
     * @param each node's way to the database
     */
    RandomHistory(long seed, DataSource truth, List<DataSource> each) {
        this.seed = seed;
        this.truth = new JdbcTemplate(truth);
        this.truth.execute("create table proof_work (operation text primary key)");
        this.truth.execute(
                """
                create table proof_taken (nth bigserial primary key, reader text, position bigint,
                    unique (reader, position))
                """);
        FileKeyVault keys = Node.vault();
        for (DataSource database : each) {
            nodes.add(new Node(database, keys, Node.settings(QUEUE, PATIENCE)));
        }
    }

    RandomHistory(long seed, HikariDataSource pool) {
        this(seed, pool, List.of(pool, pool));
    }

    /** What happens beside the writers, on a thread of its own. */
    interface Meanwhile {
        /**
         * @param writing whether the writers have not ended yet
         */
        void happen(BooleanSupplier writing) throws Exception;
    }

    /** Runs writers and readers to their end. */
    RandomHistory run(int operationsEach, Meanwhile faults) throws Exception {
        Random random = new Random(seed);
        List<Future<?>> reading = readers(random);
        List<Future<List<Operation>>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Node node = nodes.get(i % nodes.size());
            writing.add(
                    threads.submit(
                            new Writer(
                                    "w" + i, node, random.nextLong(), operationsEach, failures)));
        }
        Future<?> meanwhile =
                threads.submit(
                        () -> {
                            faults.happen(() -> !writing.stream().allMatch(Future::isDone));
                            return null;
                        });
        for (Future<List<Operation>> it : writing) {
            operations.addAll(it.get(END.toSeconds(), TimeUnit.SECONDS));
        }
        meanwhile.get(END.toSeconds(), TimeUnit.SECONDS);
        long head = head();
        followers.forEach(it -> it.endAt(head));
        for (Future<?> it : reading) {
            it.get(END.toSeconds(), TimeUnit.SECONDS);
        }
        return this;
    }

    private List<Future<?>> readers(Random random) {
        for (int i = 0; i < 2; i++) {
            Taken reader = new Taken("reader-" + i, 1 + random.nextInt(20), truth);
            taken.add(reader);
            nodes.forEach(
                    node ->
                            node.subscriptions()
                                    .register(
                                            new Taken(
                                                    reader.name(), reader.batchSize(), node.jdbc)));
        }
        nodes.forEach(node -> node.subscriptions().start());
        List<Future<?>> reading = new ArrayList<>();
        for (Follower.Way way : Follower.Way.values()) {
            for (Node node : nodes) {
                String name = way + " of " + nodes.indexOf(node);
                Follower follower = new Follower(name, node, way, random.nextInt(LATEST));
                followers.add(follower);
                reading.add(threads.submit(follower));
            }
        }
        return reading;
    }

    /** What callers were told by, other than the answer that they wanted. */
    Set<Class<?>> failures() {
        return failures;
    }

    JdbcTemplate truth() {
        return truth;
    }

    long head() {
        Long head = truth.queryForObject("select max(position) from event_log", Long.class);
        return head == null ? 0 : head;
    }

    long answered(Operation.Answer answer) {
        return operations.stream().filter(it -> it.answer() == answer).count();
    }

    List<Entry> log() {
        return truth.query(
                """
                select l.position, l.recorded_at, s.name, l.sequence, l.metadata::json ->> 'label'
                from event_log l left join event_stream s on s.id = l.stream order by l.position
                """,
                (row, number) ->
                        new Entry(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5)));
    }

    /** Everything that is wrong; empty when nothing is. */
    List<String> violations() {
        List<Entry> log = log();
        List<String> violations = new ArrayList<>(HistoryCheck.violations(operations, log));
        violations.addAll(ReceiptCheck.violations(operations, log, receipts()));
        violations.addAll(
                ClaimCheck.violations(
                        Node.TITLES, nodes.get(0).log().read(0, Integer.MAX_VALUE), claims()));
        for (Follower it : followers) {
            violations.addAll(ReaderCheck.violations(it.name, it.after, it.seen, log.size()));
        }
        for (Taken it : taken) {
            nodes.get(0).subscriptions().await(it.name(), log.size(), END);
            violations.addAll(ReaderCheck.violations(it.name(), 0, it.positions(), log.size()));
        }
        violations.addAll(work(log));
        return violations;
    }

    /** A transaction's rows and its events are there together or not at all. */
    private List<String> work(List<Entry> log) {
        Set<String> inLog = new HashSet<>();
        log.forEach(it -> inLog.add(it.label().replaceFirst("/.*", "")));
        Set<String> rows =
                new HashSet<>(truth.queryForList("select operation from proof_work", String.class));
        return rows.stream()
                .filter(it -> !inLog.contains(it))
                .map(it -> it + " has rows and no events")
                .toList();
    }

    private Map<String, Long> receipts() {
        Map<String, Long> receipts = new HashMap<>();
        truth.query(
                "select key, position from event_receipt",
                row -> {
                    receipts.put(row.getString(1), row.getLong(2));
                });
        return receipts;
    }

    private Map<Claim, String> claims() {
        Map<Claim, String> claims = new HashMap<>();
        truth.query(
                """
                select c.kind, c.key, s.name from event_claim c
                join event_stream s on s.id = c.stream
                """,
                row -> {
                    claims.put(new Claim(row.getString(1), row.getString(2)), row.getString(3));
                });
        return claims;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        nodes.forEach(Node::close);
    }
}
