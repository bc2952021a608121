package org.banshi.app.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.banshi.app.BanshiSettings;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.RunProgress;
import org.banshi.app.audit.run.RunTask;
import org.banshi.app.casefile.CaseNumbers;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.CheckpointPublicKey;
import org.banshi.eventstore.tree.LogVerifier;
import org.banshi.eventstore.tree.Verification;
import org.springframework.stereotype.Component;

/**
 * Verifies the log from within the console: all of it, a part, or one case, against checkpoints.
 */
@Component
public class LogCheck implements RunTask {

    /** Positions of the part; both or none. */
    public static final String FROM = "from";

    public static final String TO = "to";

    /** Number of the case. */
    public static final String NUMBER = "number";

    /** Lines of a file of checkpoints. */
    public static final String CHECKPOINTS = "checkpoints";

    /** Public key in base64; the installation's own where none is named. */
    public static final String KEY = "key";

    /**
     * What came of it.
     *
     * @param held checkpoints that the log was held to
     * @param forged how many others the key had not signed
     */
    public record Result(Verification found, int held, int forged) {

        /** Whether all is as it was written. */
        public boolean isGood() {
            return found.good() && forged == 0;
        }
    }

    private final LogVerifier verifier;
    private final EventLog log;
    private final CaseNumbers numbers;
    private final BanshiSettings settings;

    LogCheck(DataSource database, EventLog log, CaseNumbers numbers, BanshiSettings settings) {
        this.verifier = new LogVerifier(database);
        this.log = log;
        this.numbers = numbers;
        this.settings = settings;
    }

    @Override
    public AuditRun.Kind kind() {
        return AuditRun.Kind.VERIFY;
    }

    /**
     * What makes no sense in what is asked: the name of the field, empty where all does.
     *
     * @param asked by the names above
     */
    public Optional<String> wrong(Map<String, String> asked) {
        boolean ranged = asked.containsKey(FROM) || asked.containsKey(TO);
        if (ranged
                && (!isPosition(asked.getOrDefault(FROM, ""))
                        || !isPosition(asked.getOrDefault(TO, ""))
                        || Long.parseLong(asked.get(TO)) < Long.parseLong(asked.get(FROM)))) {
            return Optional.of(FROM);
        }
        if (asked.containsKey(NUMBER) && (ranged || numbers.find(asked.get(NUMBER)).isEmpty())) {
            return Optional.of(NUMBER);
        }
        try {
            CheckpointFile.of(asked.getOrDefault(CHECKPOINTS, ""));
        } catch (IllegalArgumentException none) {
            return Optional.of(CHECKPOINTS);
        }
        try {
            key(asked);
        } catch (IllegalArgumentException none) {
            return Optional.of(KEY);
        }
        return Optional.empty();
    }

    private static boolean isPosition(String typed) {
        return typed.matches("[1-9]\\d{0,17}");
    }

    private CheckpointPublicKey key(Map<String, String> asked) {
        String given = asked.get(KEY);
        return given == null
                ? Auditing.key(settings.data()).publicHalf()
                : CheckpointPublicKey.of(given);
    }

    @Override
    public Result run(Map<String, String> asked, RunProgress progress) throws Exception {
        List<Checkpoint> all = CheckpointFile.of(asked.getOrDefault(CHECKPOINTS, ""));
        CheckpointPublicKey key = key(asked);
        List<Checkpoint> trusted = new ArrayList<>(all);
        trusted.removeIf(it -> !key.signed(it));
        return new Result(
                found(asked, trusted, progress), trusted.size(), all.size() - trusted.size());
    }

    private Verification found(
            Map<String, String> asked, List<Checkpoint> checkpoints, RunProgress progress)
            throws Exception {
        if (asked.containsKey(NUMBER)) {
            ApplicationId application = numbers.find(asked.get(NUMBER)).orElseThrow();
            return verifier.stream(application.value(), checkpoints, told(0, log.head(), progress));
        }
        long head = log.head();
        if (asked.containsKey(FROM)) {
            long from = Long.parseLong(asked.get(FROM));
            long to = Math.min(head, Long.parseLong(asked.get(TO)));
            return verifier.range(from, to, checkpoints, told(from - 1, to, progress));
        }
        return verifier.whole(checkpoints, told(0, head, progress));
    }

    private static LongConsumer told(long before, long to, RunProgress progress) {
        return position -> {
            progress.at(position - before, Math.max(position, to) - before);
            progress.check();
        };
    }
}
