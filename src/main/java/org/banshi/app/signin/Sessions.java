package org.banshi.app.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.banshi.app.live.StandingSessions;
import org.banshi.app.signin.Accounts.Login;
import org.banshi.app.signin.KnownSessions.Held;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions by an opaque token, which only its holder knows: the database keeps a hash. They survive
 * a restart and hold on every node. They end by wall time, never by business time. An ended one
 * stays for a day after it would have run out, to tell its holder why.
 */
final class Sessions implements StandingSessions {

    /** For so long after its life it is known whose it was: a form that it sends is not lost. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    /** How long a log-in may take that lacks something. */
    private static final Duration UNFINISHED = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SignInSettings settings;
    private final KnownSessions known;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param acting what a session may do under a mandate; empty once that is over
     * @param today the business day, by which leaves are counted
     */
    Sessions(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Accounts accounts,
            SignInSettings settings,
            Function<String, Optional<Acting>> acting,
            Supplier<LocalDate> today) {
        this.known = new KnownSessions(jdbc, accounts, settings, acting, today);
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What keeps a log-in from being whole. */
    enum Lack {
        /** The code of the second factor. */
        CODE,
        /** A second factor at all. */
        FACTOR,
        /** A password that nobody else knows. */
        PASSWORD
    }

    /**
     * Begins a session; the answer is the token. A citizen has one terminal at a time: the other
     * sessions end.
     *
     * @param login as it was proven: whoever's access was taken back since does not come in
     * @param replaced the token that the same browser had before, or null
     * @param level how well whoever vouched knows the holder; null where that was proven here
     * @throws BadCredentialsException when the account is closed, or has another password, by now
     */
    String begin(
            Login login, @Nullable Lack lacks, @Nullable String replaced, @Nullable Integer level) {
        String token = newToken();
        sweep();
        transactions.executeWithoutResult(
                status -> {
                    if (!login.passwordHash().equals(lockedPassword(login.account().account()))) {
                        throw new BadCredentialsException("the account changed meanwhile");
                    }
                    if (replaced != null) {
                        drop(replaced);
                    }
                    add(token, login.account(), lacks, level);
                });
        return token;
    }

    /**
     * Makes a session whole that lacked something, under a new token, which is the answer.
     *
     * @throws BadCredentialsException when it has ended meanwhile
     */
    String complete(Account account, String token, @Nullable Integer level) {
        String next = newToken();
        sweep();
        transactions.executeWithoutResult(
                status -> {
                    lockedPassword(account.account());
                    if (!drop(token)) {
                        throw new BadCredentialsException("the session ended meanwhile");
                    }
                    add(next, account, null, level);
                });
        return next;
    }

    /**
     * Does what lets the account's holder in later on, while the session stands and lacks nothing
     * but a second factor. Whoever takes access back holds the account, and ends the sessions:
     * either it finds what was kept and drops it, or the session is over here. Nothing that another
     * node still remembers of it counts.
     *
     * @throws BadCredentialsException when it has ended meanwhile
     */
    <T> T whileItStands(String token, String account, Supplier<T> act) {
        return transactions.execute(
                status -> {
                    boolean open = lockedPassword(account) != null;
                    boolean stands =
                            findNow(token)
                                    .filter(held -> held.ended() == null)
                                    .filter(held -> held.account().account().equals(account))
                                    .filter(
                                            held ->
                                                    held.lacks() == null
                                                            || held.lacks() == Lack.FACTOR)
                                    .isPresent();
                    if (!open || !stands) {
                        throw new BadCredentialsException("the session ended meanwhile");
                    }
                    return act.get();
                });
    }

    private String newToken() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * By itself, and never waiting: in a transaction it would hold old sessions of an account whose
     * lock it waits for, while whoever holds that one waits to end them.
     */
    private void sweep() {
        jdbc.sql(
                        """
                        DELETE FROM session WHERE token_hash IN (
                            SELECT token_hash FROM session
                            WHERE expires_at < now() - make_interval(secs => ?)
                            FOR UPDATE SKIP LOCKED)
                        """)
                .param((double) REMEMBERED.toSeconds())
                .update();
    }

    /**
     * Whoever takes access back changes the account first: of both at once the second waits here,
     * and sees it. Of two log-ins of a citizen the second waits likewise, and ends the first. Null
     * where the account is closed.
     */
    private @Nullable String lockedPassword(String account) {
        return jdbc.sql(
                        "SELECT password_hash FROM account WHERE account = ? AND NOT disabled"
                                + " FOR UPDATE")
                .param(account)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whether it was there, and had not ended. */
    private boolean drop(String token) {
        String hash = hash(token);
        boolean stood =
                jdbc.sql("DELETE FROM session WHERE token_hash = ? RETURNING ended_why IS NULL")
                        .param(hash)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        known.forget(hash);
        return stood;
    }

    private void add(String token, Account account, @Nullable Lack lacks, @Nullable Integer level) {
        if (account.citizen() && lacks == null) {
            endAll(account.account(), Why.ENDED_ELSEWHERE);
        }
        jdbc.sql(
                        """
                        INSERT INTO session (token_hash, account, lacks, vouched_level,
                            began_at, used_at, verified_at, expires_at)
                        VALUES (?, ?, ?, ?, now(), now(), now(),
                            now() + make_interval(secs => ?))
                        """)
                .params(
                        hash(token),
                        account.account(),
                        lacks == null ? null : lacks.name(),
                        level,
                        (double) (lacks == null ? settings.life() : UNFINISHED).toSeconds())
                .update();
    }

    /** The session of a token; empty when there is none, or none since long. */
    Optional<Held> find(String token) {
        return known.find(hash(token));
    }

    /** The same as the database has it now. */
    Optional<Held> findNow(String token) {
        return known.findNow(hash(token));
    }

    /** What {@link #standing} is asked by. */
    static String key(String token, @Nullable Acting acting) {
        return hash(token) + "/" + (acting == null ? "" : acting.mandate());
    }

    @Override
    public Set<String> standing(Collection<String> keys) {
        return known.standing(keys);
    }

    /** From now on it acts under this mandate; for oneself where it is null. */
    void actUnder(String token, @Nullable String mandate) {
        String hash = hash(token);
        jdbc.sql("UPDATE session SET acting = ? WHERE token_hash = ?")
                .params(mandate, hash)
                .update();
        known.forget(hash);
    }

    /** How well whoever vouched for the holder knows that person; null where nobody did. */
    @Nullable Integer vouchedLevel(String token) {
        return jdbc.sql("SELECT vouched_level FROM session WHERE token_hash = ?")
                .param(hash(token))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .optional()
                .flatMap(level -> level)
                .orElse(null);
    }

    /** Whether whoever vouched for the holder knows that person less well than the account is. */
    boolean isKnownLess(String token) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM session s JOIN account a USING (account)"
                                + " WHERE s.token_hash = ? AND s.vouched_level < a.trust_level)")
                .param(hash(token))
                .query(Boolean.class)
                .single();
    }

    /**
     * Whoever holds it has just proven again who is there, in a way of the account's own: whatever
     * another service knows counts no longer.
     */
    void verified(String token) {
        String hash = hash(token);
        jdbc.sql(
                        "UPDATE session SET verified_at = now(), used_at = now(),"
                                + " vouched_level = NULL WHERE token_hash = ?")
                .param(hash)
                .update();
        known.forget(hash);
    }

    /** Another service has just vouched again for whoever holds it, and knows that one so well. */
    void vouched(String token, int level) {
        String hash = hash(token);
        jdbc.sql(
                        "UPDATE session SET verified_at = now(), used_at = now(), vouched_level = ?"
                                + " WHERE token_hash = ?")
                .params(level, hash)
                .update();
        known.forget(hash);
    }

    /**
     * A service has just looked at whoever holds it, and knows that person as well as {@code
     * level}.
     */
    void proven(String token, int level) {
        String hash = hash(token);
        jdbc.sql(
                        "UPDATE session SET verified_at = now(), used_at = now(),"
                                + " vouched_level = CASE WHEN vouched_level < ? THEN ?"
                                + " ELSE vouched_level END WHERE token_hash = ?")
                .params(level, level, hash)
                .update();
        known.forget(hash);
    }

    /**
     * Ends a session as its holder asked, and remembers whose it was; nothing when there is none.
     */
    void signOut(String token) {
        String hash = hash(token);
        jdbc.sql("UPDATE session SET ended_why = ?" + " WHERE token_hash = ? AND ended_why IS NULL")
                .params(Why.SIGNED_OUT.name(), hash)
                .update();
        known.forget(hash);
    }

    /** Ends a session; nothing when there is none. */
    void end(String token) {
        String hash = hash(token);
        jdbc.sql("DELETE FROM session WHERE token_hash = ?").param(hash).update();
        known.forget(hash);
    }

    /**
     * A session as its holder sees it in a list.
     *
     * @param id for ending it; opens nothing
     * @param here whether it is the one that asks
     */
    record Open(String id, Instant began, Instant used, boolean here) {}

    /** The open sessions of an account, the newest first. */
    List<Open> open(String account, String here) {
        String own = KnownSessions.id(hash(here));
        return jdbc.sql(
                        """
                        SELECT token_hash, began_at, used_at FROM session
                        WHERE account = ? AND ended_why IS NULL AND expires_at > now()
                          AND used_at > now() - make_interval(secs => ?)
                        ORDER BY began_at DESC
                        """)
                .params(account, (double) settings.idle().toSeconds())
                .query(
                        (row, number) -> {
                            String id = KnownSessions.id(row.getString("token_hash"));
                            return new Open(
                                    id,
                                    KnownSessions.instant(row, "began_at"),
                                    KnownSessions.instant(row, "used_at"),
                                    id.equals(own));
                        })
                .list();
    }

    /** Ends one of an account's own sessions; nothing when it has none of that id. */
    void endOne(String account, String id) {
        jdbc.sql(
                        """
                        UPDATE session SET ended_why = ?
                        WHERE account = ? AND left(token_hash, ?) = ? AND ended_why IS NULL
                        """)
                .params(Why.ENDED_ELSEWHERE.name(), account, KnownSessions.ID_LETTERS, id)
                .update();
        known.forgetId(id);
    }

    /** Ends every session that acts under a mandate; each holder is told why. */
    void endActing(String mandate) {
        jdbc.sql("UPDATE session SET ended_why = ? WHERE acting = ? AND ended_why IS NULL")
                .params(Why.MANDATE_OVER.name(), mandate)
                .update();
        known.forgetIf(held -> held.isUnder(mandate));
    }

    /** Ends every session of an account; each holder is told why. */
    void endAll(String account, Why why) {
        int ended =
                jdbc.sql("UPDATE session SET ended_why = ? WHERE account = ? AND ended_why IS NULL")
                        .params(why.name(), account)
                        .update();
        if (ended > 0) {
            known.forgetIf(held -> held.account().account().equals(account));
        }
    }

    private static String hash(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
