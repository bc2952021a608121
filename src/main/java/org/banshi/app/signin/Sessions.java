package org.banshi.app.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.banshi.app.live.StandingSessions;
import org.banshi.app.signin.Accounts.Login;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions by an opaque token, which only its holder knows: the database keeps a hash. They survive
 * a restart and hold on every node. They end by wall time, never by business time. An ended one
 * stays for a day after it would have run out, to tell its holder why.
 */
final class Sessions implements StandingSessions {

    /** For so long after its life it is known whose it was: a form that it sends is not lost. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    /** For so long another node may still honour a session that was ended here. */
    static final Duration TRUST = Duration.ofSeconds(2);

    /** How long a log-in may take that lacks something. */
    private static final Duration UNFINISHED = Duration.ofMinutes(15);

    /** Of a session's hash, by which its holder names it. */
    private static final int ID_LETTERS = 20;

    /**
     * Whether an officer stands in for a supervisor of the same region that day: as long as that
     * one still is, and the officer no administrator.
     */
    private static final String STANDS_IN =
            """
            (a.roles && '{OFFICER}' AND EXISTS (
                SELECT FROM staff_leave l JOIN account p ON p.account = l.account
                WHERE l.deputy = a.account AND ? BETWEEN l.first_day AND l.last_day
                  AND 'SUPERVISOR' = ANY (p.roles) AND NOT p.disabled
                  AND p.region = a.region)) AS stands_in""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Accounts accounts;
    private final SignInSettings settings;
    private final Function<String, Optional<Acting>> acting;
    private final Supplier<LocalDate> today;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Held> known =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(TRUST).build();

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
        this.today = today;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.accounts = accounts;
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
     * A session that is there.
     *
     * @param lacks what the log-in still lacks, or null
     * @param ended why it is over, or null
     */
    record Held(
            Account account,
            @Nullable Lack lacks,
            Instant used,
            Instant verified,
            Instant expires,
            @Nullable Acting acting,
            @Nullable Why ended) {

        private boolean isUnder(String mandate) {
            return acting != null && acting.mandate().equals(mandate);
        }

        /** Who this is, for oneself or for another. */
        SignedIn signedIn() {
            return acting == null ? account.signedIn() : account.actingFor(acting);
        }
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
        afterCommit(() -> known.invalidate(hash));
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
        String hash = hash(token);
        return Optional.ofNullable(known.get(hash, this::load)).map(this::judged);
    }

    /** The same as the database has it now. */
    Optional<Held> findNow(String token) {
        known.invalidate(hash(token));
        return find(token);
    }

    private Held judged(Held held) {
        Instant now = Instant.now();
        boolean over =
                held.expires().isBefore(now) || held.used().plus(settings.idle()).isBefore(now);
        return held.ended() == null && over
                ? new Held(
                        held.account(),
                        held.lacks(),
                        held.used(),
                        held.verified(),
                        held.expires(),
                        held.acting(),
                        Why.RAN_OUT)
                : held;
    }

    /** Loading is a use; it is written down once a minute at most. */
    private @Nullable Held load(String hash) {
        Held held =
                jdbc.sql(
                                "SELECT "
                                        + Accounts.COLUMNS
                                        + ", a.disabled, s.lacks, s.used_at, s.verified_at,"
                                        + " s.expires_at, s.ended_why, s.acting, s.vouched_level, "
                                        + STANDS_IN
                                        + " FROM session s"
                                        + " JOIN account a USING (account) WHERE s.token_hash = ?")
                        .params(today.get(), hash)
                        .query((row, number) -> read(row))
                        .optional()
                        .orElse(null);
        if (held == null || judged(held).ended() != null) {
            return held;
        }
        Instant now = Instant.now();
        if (held.used().plusSeconds(60).isBefore(now)) {
            jdbc.sql("UPDATE session SET used_at = now() WHERE token_hash = ?")
                    .param(hash)
                    .update();
        }
        return new Held(
                held.account(),
                held.lacks(),
                now,
                held.verified(),
                held.expires(),
                held.acting(),
                held.ended());
    }

    private Held read(ResultSet row) throws SQLException {
        String lacks = row.getString("lacks");
        String ended = row.getString("ended_why");
        Why why = ended == null ? null : Why.valueOf(ended);
        String mandate = row.getString("acting");
        Acting held = mandate == null ? null : acting.apply(mandate).orElse(null);
        if (mandate != null && held == null && why == null) {
            why = Why.MANDATE_OVER;
        }
        Integer level = row.getObject("vouched_level", Integer.class);
        Account account = accounts.read(row);
        if (row.getBoolean("stands_in")) {
            account = account.supervising();
        }
        return new Held(
                level == null ? account : account.knownAtMost(level),
                lacks == null ? null : Lack.valueOf(lacks),
                instant(row, "used_at"),
                instant(row, "verified_at"),
                instant(row, "expires_at"),
                held,
                row.getBoolean("disabled") ? Why.ACCOUNT_CHANGED : why);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** From now on it acts under this mandate; for oneself where it is null. */
    void actUnder(String token, @Nullable String mandate) {
        String hash = hash(token);
        jdbc.sql("UPDATE session SET acting = ? WHERE token_hash = ?")
                .params(mandate, hash)
                .update();
        known.invalidate(hash);
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
        known.invalidate(hash);
    }

    /** Another service has just vouched again for whoever holds it, and knows that one so well. */
    void vouched(String token, int level) {
        String hash = hash(token);
        jdbc.sql(
                        "UPDATE session SET verified_at = now(), used_at = now(), vouched_level = ?"
                                + " WHERE token_hash = ?")
                .params(level, hash)
                .update();
        known.invalidate(hash);
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
        known.invalidate(hash);
    }

    /** What {@link #standing} is asked by. */
    static String key(String token, @Nullable Acting acting) {
        return hash(token) + "/" + (acting == null ? "" : acting.mandate());
    }

    @Override
    public Set<String> standing(Collection<String> keys) {
        Set<String> standing =
                new HashSet<>(
                        jdbc.sql(
                                        """
                                SELECT s.token_hash || '/' || coalesce(s.acting, '') FROM session s
                                JOIN account a USING (account)
                                WHERE s.token_hash = ANY(:hashes) AND s.ended_why IS NULL
                                  AND s.lacks IS NULL AND NOT a.disabled AND s.expires_at > now()
                                  AND s.used_at > now() - make_interval(secs => :idle)
                                """)
                                .param(
                                        "hashes",
                                        keys.stream()
                                                .map(key -> key.substring(0, key.indexOf('/')))
                                                .toArray(String[]::new))
                                .param("idle", (double) settings.idle().toSeconds())
                                .query(String.class)
                                .list());
        standing.retainAll(keys);
        return standing;
    }

    /** Ends a session; nothing when there is none. */
    void end(String token) {
        String hash = hash(token);
        jdbc.sql("DELETE FROM session WHERE token_hash = ?").param(hash).update();
        known.invalidate(hash);
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
        String own = id(hash(here));
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
                            String id = id(row.getString("token_hash"));
                            return new Open(
                                    id,
                                    instant(row, "began_at"),
                                    instant(row, "used_at"),
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
                .params(Why.ENDED_ELSEWHERE.name(), account, ID_LETTERS, id)
                .update();
        known.asMap().keySet().removeIf(hash -> id(hash).equals(id));
    }

    private static String id(String hash) {
        return hash.substring(0, ID_LETTERS);
    }

    /** Ends every session that acts under a mandate; each holder is told why. */
    void endActing(String mandate) {
        jdbc.sql("UPDATE session SET ended_why = ? WHERE acting = ? AND ended_why IS NULL")
                .params(Why.MANDATE_OVER.name(), mandate)
                .update();
        afterCommit(() -> known.asMap().values().removeIf(held -> held.isUnder(mandate)));
    }

    /** Ends every session of an account; each holder is told why. */
    void endAll(String account, Why why) {
        int ended =
                jdbc.sql("UPDATE session SET ended_why = ? WHERE account = ? AND ended_why IS NULL")
                        .params(why.name(), account)
                        .update();
        if (ended > 0) {
            afterCommit(
                    () ->
                            known.asMap()
                                    .values()
                                    .removeIf(held -> held.account().account().equals(account)));
        }
    }

    /** Before it, another thread could remember once more what is about to end. */
    private static void afterCommit(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        act.run();
                    }
                });
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
