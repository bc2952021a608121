package org.banshi.app.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.banshi.app.casefile.Guesses;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down whoever guesses: after {@value #FREE} failures for one account from one address each
 * further one doubles the wait, to a quarter of an hour. Counted by account and address together,
 * so that nobody can lock another out, and before the password is looked at, so that of many
 * guesses at once no more than those few are tried. Shared by all nodes.
 */
final class Attempts implements Guesses {

    /** Failures that cost nothing. */
    static final int FREE = 5;

    private static final int LONGEST_SECONDS = 900;

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(4);

    /** After this an attempt whose node is gone counts no longer. */
    private static final int LOST_SECONDS = 10;

    /** Free since a minute ago: somebody else's {@code now()} can be a little earlier than ours. */
    private static final String BEGIN =
            """
            INSERT INTO sign_in_attempt AS it (key, failures, pending, last_at, free_at)
            VALUES (:key, 0, 1, now(), now() - interval '1 minute')
            ON CONFLICT (key) DO UPDATE SET
                failures = CASE WHEN it.last_at < now() - interval '1 day' THEN 0
                                ELSE it.failures END,
                pending = CASE WHEN it.last_at < now() - make_interval(secs => :lost) THEN 1
                               ELSE it.pending + 1 END,
                last_at = now()
            WHERE it.free_at <= now()
              AND (it.pending = 0 OR it.failures + it.pending < :free
                   OR it.last_at < now() - make_interval(secs => :lost))
            RETURNING failures
            """;

    private static final String FAIL =
            """
            UPDATE sign_in_attempt SET
                failures = failures + 1,
                pending = greatest(pending - 1, 0),
                last_at = now(),
                free_at = CASE WHEN failures + 1 < :free THEN now() - interval '1 minute'
                               ELSE now() + make_interval(secs =>
                                   least(:longest, power(2, least(failures + 1 - :free, 20)))) END
            WHERE key = :key
            """;

    /** Before the account where it is about the code of a case. */
    private static final String CODES = "code\n";

    /**
     * So many attempts of one account from one address wait on a node; more are refused at once.
     */
    static final int WAITING = 10;

    /** So many wait on a node at all: the other threads are for whoever need not wait. */
    private static final int WAITING_IN_ALL = 40;

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LAST_LOOK = Duration.ofMillis(160);

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Duration patience;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(WAITING_IN_ALL);

    Attempts(JdbcClient jdbc, PersonalData personal) {
        this(jdbc, personal, USUAL_PATIENCE);
    }

    /**
     * @param patience so long several attempts at once are waited for
     */
    Attempts(JdbcClient jdbc, PersonalData personal, Duration patience) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.patience = patience;
    }

    @Override
    public void guess(String account, String number) {
        try {
            begin(CODES + account, number);
            // Wrong until it opens: whoever leaves in between has guessed.
            failed(CODES + account, number);
        } catch (SignInRefusedException early) {
            throw SignInRefusedException.tooManyCodes(early.waitFor());
        }
    }

    @Override
    public void opened(String account, String number) {
        succeeded(CODES + account, number);
    }

    /**
     * Begins an attempt, of which {@link #failed} or {@link #succeeded} is told. As many as may
     * fail go on at once; the next waits for what comes of them, so that nobody who is right is
     * taken for somebody who guesses.
     *
     * @throws SignInRefusedException when it comes too early, or too many wait already
     */
    void begin(String account, String address) {
        String key = key(account, address);
        if (isFree(key)) {
            return;
        }
        int ahead = waiting.merge(key, 1, Integer::sum) - 1;
        try {
            if (ahead >= WAITING || !places.tryAcquire()) {
                throw SignInRefusedException.tooMany(wait(key).orElse(Duration.ofSeconds(1)));
            }
            try {
                await(key);
            } finally {
                places.release();
            }
        } finally {
            waiting.computeIfPresent(key, (it, count) -> count == 1 ? null : count - 1);
        }
    }

    private void await(String key) {
        Instant until = Instant.now().plus(patience);
        Duration look = FIRST_LOOK;
        do {
            Optional<Duration> wait = wait(key);
            if (wait.isPresent() || Instant.now().isAfter(until)) {
                throw SignInRefusedException.tooMany(wait.orElse(Duration.ofSeconds(1)));
            }
            LockSupport.parkNanos(look.toNanos());
            look = look.compareTo(LAST_LOOK) < 0 ? look.multipliedBy(2) : LAST_LOOK;
        } while (!isFree(key));
    }

    private boolean isFree(String key) {
        return jdbc.sql(BEGIN)
                .param("key", key)
                .param("free", FREE)
                .param("lost", LOST_SECONDS)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What was begun was wrong. */
    void failed(String account, String address) {
        jdbc.sql(FAIL)
                .param("key", key(account, address))
                .param("free", FREE)
                .param("longest", LONGEST_SECONDS)
                .update();
    }

    /** What was begun was right, but proves nothing about who began it: forgets no failure. */
    void settled(String account, String address) {
        jdbc.sql("UPDATE sign_in_attempt SET pending = greatest(pending - 1, 0) WHERE key = ?")
                .param(key(account, address))
                .update();
    }

    /** What was begun was right: forgets the failures before. */
    void succeeded(String account, String address) {
        jdbc.sql(
                        """
                        UPDATE sign_in_attempt SET failures = 0, pending = greatest(pending - 1, 0),
                            free_at = now() - interval '1 minute' WHERE key = ?
                        """)
                .param(key(account, address))
                .update();
        jdbc.sql("DELETE FROM sign_in_attempt WHERE last_at < now() - interval '1 day'").update();
    }

    private Optional<Duration> wait(String key) {
        return jdbc.sql(
                        "SELECT ceil(extract(epoch FROM free_at - now())) FROM sign_in_attempt"
                                + " WHERE key = ?")
                .param(key)
                .query(Long.class)
                .optional()
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    /** Whoever has one address of IPv6 has all of its network, and would guess from each. */
    private String key(String account, String address) {
        String from =
                address.indexOf(':') < 0 ? address : PaceFilter.network(address).orElse(address);
        return personal.hash("sign-in-attempt", account + "\n" + from);
    }
}
