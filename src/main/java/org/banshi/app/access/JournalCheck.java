package org.banshi.app.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.banshi.command.contract.access.JournalEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the journal still says what was written: each entry against the chain, the chain against
 * what the log vouches for. Whether the log is whole is for the log's own verification to tell.
 */
public final class JournalCheck {

    /** Findings that are told; more of them say no more. */
    private static final int MOST = 20;

    /** Entries in memory at a time; without a transaction the driver would fetch them all. */
    private static final int FETCHED = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate moment;
    private final Consumer<Consumer<JournalEvent>> seals;

    /**
     * @param seals tells each of the log's events of the journal, in order
     */
    JournalCheck(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Consumer<Consumer<JournalEvent>> seals) {
        this.jdbc = jdbc;
        this.moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.seals = seals;
    }

    /** Of a database that no platform may be running on; empty where there is no journal in it. */
    public static Optional<JournalCheck> in(DataSource source) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        boolean there =
                Boolean.TRUE.equals(
                        jdbc.queryForObject(
                                "select to_regclass('access_head') is not null", Boolean.class));
        return there
                ? Optional.of(
                        new JournalCheck(
                                jdbc,
                                new DataSourceTransactionManager(source),
                                seal -> SealReader.each(jdbc, seal)))
                : Optional.empty();
    }

    /** What was found wrong. */
    public enum Fault {
        /** The content, or a column beside it, is not what was written. */
        ALTERED,
        /** Entries are missing. */
        MISSING,
        /** The log vouches for something else at this place. */
        NOT_AS_SEALED
    }

    /** Where something is wrong. */
    @Schema(name = "JournalFinding")
    public record Finding(long position, Fault fault) {}

    /**
     * What a check came to.
     *
     * @param from position of the first entry
     * @param to position of the newest
     * @param sealed up to where the log vouches
     */
    @Schema(name = "JournalVerification")
    public record Found(long from, long to, long sealed, List<Finding> findings) {
        public boolean good() {
            return findings.isEmpty();
        }
    }

    private static final class Walk {
        private final List<Finding> findings = new ArrayList<>();
        private long position;
        private byte[] link = {};

        void find(long at, Fault fault) {
            if (findings.size() < MOST) {
                findings.add(new Finding(at, fault));
            }
        }
    }

    /**
     * What the log says of the places that are still there. A year's stream knows nothing of what
     * was sealed before it: what was said first counts, and who says otherwise is found.
     */
    private static final class Vouched {
        private final long start;
        private final Map<Long, byte[]> links = new HashMap<>();
        private final Set<Long> disputed = new HashSet<>();
        private long sealed;
        private long shortened;

        Vouched(long start) {
            this.start = start;
        }

        void note(JournalEvent event) {
            if (event instanceof JournalEvent.Sealed seal) {
                sealed = Math.max(sealed, seal.through());
                if (seal.through() >= start) {
                    byte[] link = HexFormat.of().parseHex(seal.link());
                    byte[] first = links.putIfAbsent(seal.through(), link);
                    if (first != null && !Arrays.equals(first, link)) {
                        disputed.add(seal.through());
                    }
                }
            } else if (event instanceof JournalEvent.Shortened shorter) {
                shortened = Math.max(shortened, shorter.through());
            }
        }
    }

    /** Checks all of it, as it is at one moment: it may grow and be shortened meanwhile. */
    public Found check() {
        return Objects.requireNonNull(moment.execute(status -> checked()));
    }

    private Found checked() {
        Walk walk = new Walk();
        jdbc.query(
                "select start_position, start_link from access_head",
                row -> {
                    walk.position = row.getLong(1);
                    walk.link = row.getBytes(2);
                });
        long start = walk.position;
        Vouched vouched = new Vouched(start);
        seals.accept(vouched::note);
        if (start > vouched.shortened) {
            walk.find(start, Fault.MISSING);
        }
        compare(walk, vouched);
        jdbc.query(
                con -> {
                    var statement =
                            con.prepareStatement(
                                    """
                                    select position, content, link, id::text, account, kind,
                                        persons, cases
                                    from access_entry where position > ? order by position""");
                    statement.setLong(1, start);
                    statement.setFetchSize(FETCHED);
                    return statement;
                },
                row -> {
                    long position = row.getLong(1);
                    if (position != walk.position + 1) {
                        walk.find(walk.position + 1, Fault.MISSING);
                    }
                    String content = row.getString(2);
                    byte[] expected = Chain.link(walk.link, position, content);
                    walk.link = row.getBytes(3);
                    walk.position = position;
                    boolean same =
                            Arrays.equals(expected, walk.link)
                                    && columns(
                                            content,
                                            List.of(
                                                    row.getString(4),
                                                    row.getString(5),
                                                    row.getString(6)),
                                            List.of((String[]) row.getArray(7).getArray()),
                                            List.of((String[]) row.getArray(8).getArray()));
                    if (!same) {
                        walk.find(position, Fault.ALTERED);
                    }
                    compare(walk, vouched);
                });
        jdbc.query(
                "select position, link from access_head",
                row -> {
                    if (walk.position < row.getLong(1)) {
                        walk.find(walk.position + 1, Fault.MISSING);
                    } else if (!Arrays.equals(walk.link, row.getBytes(2))) {
                        walk.find(walk.position, Fault.ALTERED);
                    }
                });
        if (walk.position < vouched.sealed) {
            walk.find(walk.position + 1, Fault.MISSING);
        }
        return new Found(start + 1, walk.position, vouched.sealed, List.copyOf(walk.findings));
    }

    private static void compare(Walk walk, Vouched vouched) {
        byte[] link = vouched.links.get(walk.position);
        boolean other = link != null && !Arrays.equals(link, walk.link);
        if (other || vouched.disputed.contains(walk.position)) {
            walk.find(walk.position, Fault.NOT_AS_SEALED);
        }
    }

    private static boolean columns(
            String content, List<String> single, List<String> persons, List<String> cases) {
        try {
            Access entry = AccessJson.read(content);
            return single.equals(
                            List.of(entry.id().toString(), entry.account(), entry.kind().name()))
                    && persons.equals(entry.persons())
                    && cases.equals(entry.cases());
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }
}
