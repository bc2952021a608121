package org.banshi.app.signin;

import java.time.Duration;
import java.util.Optional;
import org.banshi.app.casefile.Guesses;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down whoever guesses: after {@value #FREE} failures for one account from one address each
 * further one doubles the wait, to a quarter of an hour. Counted by account and address together,
 * so that nobody can lock another out, and before the password is looked at, so that many guesses
 * at once are counted too. Shared by all nodes.
 */
final class Attempts implements Guesses {

    /** Failures that cost nothing. */
    static final int FREE = 5;

    private static final int LONGEST_SECONDS = 900;

    private static final String COUNT =
            """
            INSERT INTO sign_in_attempt AS it (key, failures, last_at, free_at)
            VALUES (:key, 1, now(), now())
            ON CONFLICT (key) DO UPDATE SET
                failures = CASE WHEN it.last_at < now() - interval '1 day' THEN 1
                                ELSE it.failures + 1 END,
                last_at = now(),
                free_at = CASE WHEN it.last_at < now() - interval '1 day' OR it.failures + 1 < :free
                               THEN now()
                               ELSE now() + make_interval(secs =>
                                   least(:longest, power(2, least(it.failures + 1 - :free, 20)))) END
            WHERE it.free_at <= now()
            RETURNING failures
            """;

    /** Before the account where it is about the code of a case. */
    private static final String CODES = "code\n";

    private final JdbcClient jdbc;
    private final PersonalData personal;

    Attempts(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    @Override
    public void guess(String account, String number) {
        try {
            begin(CODES + account, number);
        } catch (SignInRefusedException early) {
            throw SignInRefusedException.tooManyCodes(early.waitFor());
        }
    }

    @Override
    public void opened(String account, String number) {
        succeeded(CODES + account, number);
    }

    /**
     * Counts an attempt as failed, until {@link #succeeded} says otherwise.
     *
     * @throws SignInRefusedException when it comes too early
     */
    void begin(String account, String address) {
        String key = key(account, address);
        boolean free =
                jdbc.sql(COUNT)
                        .param("key", key)
                        .param("free", FREE)
                        .param("longest", LONGEST_SECONDS)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (!free) {
            throw SignInRefusedException.tooMany(wait(key).orElse(Duration.ofSeconds(1)));
        }
    }

    /** Forgets the failures before. */
    void succeeded(String account, String address) {
        jdbc.sql("DELETE FROM sign_in_attempt WHERE key = ? OR last_at < now() - interval '1 day'")
                .param(key(account, address))
                .update();
    }

    private Optional<Duration> wait(String key) {
        return jdbc.sql(
                        "SELECT ceil(extract(epoch FROM free_at - now())) FROM sign_in_attempt"
                                + " WHERE key = ?")
                .param(key)
                .query(Long.class)
                .optional()
                .map(seconds -> Duration.ofSeconds(Math.max(1, seconds)));
    }

    private String key(String account, String address) {
        return personal.hash("sign-in-attempt", account + "\n" + address);
    }
}
