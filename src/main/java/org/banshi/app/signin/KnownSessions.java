package org.banshi.app.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.banshi.app.signin.Sessions.Lack;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node knows of sessions: whose they are and what they open, read from the database and
 * believed for a moment.
 */
final class KnownSessions {

    /** For so long another node may still honour a session that was ended here. */
    static final Duration TRUST = Duration.ofSeconds(2);

    /** Of a session's hash, by which its holder names it. */
    static final int ID_LETTERS = 20;

    /**
     * Whether an officer stands in for a supervisor of the same region that day: as long as that
     * one still is, the officer no administrator, and both of one body where the supervisor is an
     * officer too.
     */
    private static final String STANDS_IN =
            """
            (a.roles && '{OFFICER}' AND EXISTS (
                SELECT FROM staff_leave l JOIN account p ON p.account = l.account
                WHERE l.deputy = a.account AND ? BETWEEN l.first_day AND l.last_day
                  AND 'SUPERVISOR' = ANY (p.roles) AND NOT p.disabled
                  AND p.region = a.region
                  AND (p.body = a.body OR NOT 'OFFICER' = ANY (p.roles)))) AS stands_in""";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SignInSettings settings;
    private final Function<String, Optional<Acting>> acting;
    private final Supplier<LocalDate> today;
    private final Cache<String, Held> known =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(TRUST).build();

    KnownSessions(
            JdbcClient jdbc,
            Accounts accounts,
            SignInSettings settings,
            Function<String, Optional<Acting>> acting,
            Supplier<LocalDate> today) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.settings = settings;
        this.acting = acting;
        this.today = today;
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

        boolean isUnder(String mandate) {
            return acting != null && acting.mandate().equals(mandate);
        }

        /** Who this is, for oneself or for another. */
        SignedIn signedIn() {
            return acting == null ? account.signedIn() : account.actingFor(acting);
        }
    }

    /** The session of a token's hash; empty when there is none, or none since long. */
    Optional<Held> find(String hash) {
        return Optional.ofNullable(known.get(hash, this::load)).map(this::judged);
    }

    /** The same as the database has it now. */
    Optional<Held> findNow(String hash) {
        known.invalidate(hash);
        return find(hash);
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

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Those of the keys whose session opens what it opened: see {@link Sessions#key}. */
    Set<String> standing(Collection<String> keys) {
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

    /** The next who asks is told what the database has. */
    void forget(String hash) {
        afterCommit(() -> known.invalidate(hash));
    }

    void forgetId(String id) {
        afterCommit(() -> known.asMap().keySet().removeIf(hash -> id(hash).equals(id)));
    }

    void forgetIf(Predicate<Held> which) {
        afterCommit(() -> known.asMap().values().removeIf(which));
    }

    /** By which the holder of a session names it; opens nothing. */
    static String id(String hash) {
        return hash.substring(0, ID_LETTERS);
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
}
