package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.banshi.app.AppTables;
import org.banshi.app.signin.Accounts.Login;
import org.banshi.app.signin.Sessions.Lack;
import org.banshi.app.signin.SignIn.Entered;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.banshi.app.signin.SignInSettings.Founder;
import org.banshi.app.signin.SignInSettings.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.support.TransactionTemplate;

/** The first security administrator's first log-in, outside a demo; and a second node. */
class RealLogInTest {

    private static final String GIVEN = "a quiet river bends";
    private static final String OWN = "the moon above the sea";
    private static final String HERE = "192.0.2.1";

    private final AppTables tables = AppTables.fresh();
    private final Passwords passwords = Passwords.quick();
    private final Accounts accounts = new Accounts(tables.jdbc(), tables.personal());
    private final SignInSettings settings =
            new SignInSettings(
                    Installation.REAL,
                    Duration.ofHours(12),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(30),
                    null,
                    new Founder("wang-an", GIVEN),
                    null);
    private final Attempts attempts = new Attempts(tables.jdbc(), tables.personal());
    private final SignInRecords records =
            new SignInRecords(tables.jdbc(), (account, way, right) -> {});
    private final Sessions sessions = node();
    private final SecondFactors factors =
            new SecondFactors(tables.jdbc(), tables.personal(), attempts, sessions);
    private final SignIn signIn =
            new SignIn(
                    accounts,
                    passwords,
                    attempts,
                    sessions,
                    factors,
                    records,
                    DemoPeople.NOBODY,
                    true);

    @BeforeEach
    void begin() {
        new Founding(tables.jdbc(), settings).administrators(accounts, passwords);
    }

    @Test
    void needs_a_password_of_ones_own_and_then_a_second_factor() {
        Entered first = signIn.enter("wang-an", GIVEN, HERE, null);
        assertThat(first.lacks()).isEqualTo(Lack.PASSWORD);

        Entered chosen = signIn.choosePassword(first.account(), GIVEN, OWN, false, HERE);
        assertThat(chosen.lacks()).isEqualTo(Lack.FACTOR);
        assertThat(sessions.find(first.token()).orElseThrow().ended())
                .isEqualTo(Why.ACCOUNT_CHANGED);
        assertThatExceptionOfType(SignInRefusedException.class)
                .isThrownBy(() -> signIn.enterWhole("wang-an", OWN, null, HERE));

        String secret = factors.begin("wang-an", chosen.token());
        String code = Totp.codeAt(secret, Instant.now());
        Entered whole = signIn.setUpFactor(first.account(), code, chosen.token());

        assertThat(whole.lacks()).isNull();
        assertThat(sessions.find(chosen.token())).isEmpty();
        assertThat(signIn.enter("wang-an", OWN, HERE, null).lacks()).isEqualTo(Lack.CODE);
        assertThat(
                        tables.jdbc()
                                .sql("SELECT totp_secret FROM account")
                                .query(String.class)
                                .single())
                .startsWith("p1:")
                .doesNotContain(secret);
    }

    @Test
    void keeps_attempts_for_half_a_year() {
        signIn.enter("wang-an", GIVEN, HERE, null);
        tables.jdbc().sql("UPDATE sign_in_record SET at = now() - interval '185 days'").update();
        signIn.enter("wang-an", GIVEN, HERE, null);

        records.sweep();

        assertThat(records.newest("wang-an", 10)).hasSize(1);
    }

    @Test
    void keeps_what_the_holder_set_up_while_the_password_was_a_given_one() {
        reset();
        Entered vouched = signIn.enterVouched("wang-an", null, null);
        assertThat(vouched.lacks()).as("staff").isEqualTo(Lack.PASSWORD);
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> factors.begin("wang-an", vouched.token()));

        setUp(whole());
        StrangersPasskey.add(tables.jdbc(), "wang-an");

        Entered first = signIn.enter("wang-an", GIVEN, HERE, null);
        Entered chosen = signIn.choosePassword(first.account(), GIVEN, OWN, false, HERE);

        assertThat(chosen.lacks()).isEqualTo(Lack.CODE);
        assertThat(factors.isSetUp("wang-an")).isTrue();
        assertThat(StrangersPasskey.isThere(tables.jdbc(), "wang-an")).isTrue();
        reset();
        assertThat(factors.isSetUp("wang-an")).isFalse();
        assertThat(StrangersPasskey.isThere(tables.jdbc(), "wang-an")).isFalse();
    }

    /** Another node honours a session for a moment longer. */
    @Test
    void sets_no_second_factor_up_by_a_session_that_a_reset_ended() {
        String old = whole();
        String waiting = factors.begin("wang-an", old);
        Sessions other = node();
        assertThat(other.find(old).orElseThrow().ended()).isNull();
        SecondFactors there = new SecondFactors(tables.jdbc(), tables.personal(), attempts, other);

        reset();

        assertThat(other.find(old).orElseThrow().ended()).as("remembered").isNull();
        String next = factors.begin("wang-an", whole());
        assertThat(next).isNotEqualTo(waiting);
        assertThatExceptionOfType(BadCredentialsException.class)
                .as("is not told the new one's")
                .isThrownBy(() -> there.begin("wang-an", old));
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> there.confirm("wang-an", Totp.codeAt(next, Instant.now()), old));
        assertThat(factors.isSetUp("wang-an")).isFalse();
    }

    /** As of a citizen for whom another service vouches, who needs no password. */
    private String whole() {
        return sessions.begin(accounts.find("wang-an").orElseThrow(), null, null, null);
    }

    private void setUp(String token) {
        String code = Totp.codeAt(factors.begin("wang-an", token), Instant.now());
        factors.confirm("wang-an", code, token);
    }

    /** Of an account with old sessions: the log-in sweeps those that a reset ends. */
    @Test
    void waits_for_a_reset_without_keeping_it_from_ending_the_sessions() {
        signIn.enter("wang-an", GIVEN, HERE, null);
        tables.jdbc().sql("UPDATE session SET expires_at = now() - interval '9 days'").update();
        Login login = accounts.find("wang-an").orElseThrow();
        TransactionTemplate resetting =
                new TransactionTemplate(new JdbcTransactionManager(tables.source()));

        CompletableFuture<String> begun =
                resetting.execute(
                        status -> {
                            accounts.setPassword("wang-an", passwords.hash(OWN), true);
                            CompletableFuture<String> begins =
                                    CompletableFuture.supplyAsync(
                                            () -> sessions.begin(login, null, null, null));
                            await().until(this::isSomebodyWaiting);
                            sessions.endAll("wang-an", Why.ACCOUNT_CHANGED);
                            return begins;
                        });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(begun::join)
                .withCauseInstanceOf(BadCredentialsException.class);
    }

    private boolean isSomebodyWaiting() {
        // Inside a transaction it would say the same again and again.
        try (Connection own = tables.source().getConnection();
                ResultSet row =
                        own.createStatement()
                                .executeQuery(
                                        """
                                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                            WHERE wait_event_type = 'Lock'
                                              AND datname = current_database())""")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whoever keeps logging in, or changing the password, must not come through. */
    @Test
    void lets_nobody_in_whose_access_is_taken_back_between_proof_and_session() {
        AtomicReference<Runnable> afterProof = new AtomicReference<>(() -> {});
        SignIn slow =
                new SignIn(
                        accounts,
                        passwords,
                        attempts,
                        sessions,
                        factors,
                        new SignInRecords(
                                tables.jdbc(),
                                (account, way, right) -> afterProof.getAndSet(() -> {}).run()),
                        DemoPeople.NOBODY,
                        true);
        Account wang = slow.enter("wang-an", GIVEN, HERE, null).account();
        Entered half = slow.choosePassword(wang, GIVEN, OWN, false, HERE);

        afterProof.set(this::reset);
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> slow.enter("wang-an", OWN, HERE, null));
        String code = Totp.codeAt(factors.begin("wang-an", whole()), Instant.now());
        assertThatExceptionOfType(BadCredentialsException.class)
                .as("a log-in that lacked its factor")
                .isThrownBy(() -> slow.setUpFactor(wang, code, half.token()));
        afterProof.set(this::reset);
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> slow.choosePassword(wang, GIVEN, OWN, false, HERE));

        assertThat(sessions.open("wang-an", "")).isEmpty();
        assertThat(slow.enter("wang-an", GIVEN, HERE, null).lacks()).isEqualTo(Lack.PASSWORD);
    }

    /** What an administrator does, who tells the same first password again. */
    private void reset() {
        new AccessBack(accounts, passwords, sessions).take("wang-an", GIVEN);
    }

    @Test
    void slows_guesses_of_codes_from_whatever_address() {
        String token = whole();
        factors.begin("wang-an", token);
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> factors.confirm("wang-an", "none", token));
        }

        assertThatExceptionOfType(SignInRefusedException.class)
                .isThrownBy(() -> factors.confirm("wang-an", "none", token));
    }

    @Test
    void ends_on_another_node_too_and_tells_why() {
        Sessions other = node();
        String token = signIn.enter("wang-an", GIVEN, HERE, null).token();
        assertThat(other.findNow(token).orElseThrow().ended()).isNull();

        sessions.endAll("wang-an", Why.ENDED_ELSEWHERE);

        assertThat(other.findNow(token).orElseThrow().ended()).isEqualTo(Why.ENDED_ELSEWHERE);
    }

    @Test
    void failures_elsewhere_delay_nobody_here() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn.enter("wang-an", "wrong", "203.0.113.9", null));
        }

        assertThatExceptionOfType(SignInRefusedException.class)
                .isThrownBy(() -> signIn.enter("wang-an", GIVEN, "203.0.113.9", null));
        assertThat(signIn.enter("wang-an", GIVEN, HERE, null).lacks()).isEqualTo(Lack.PASSWORD);
    }

    @Test
    void takes_nobody_for_a_guesser_who_logs_in_often_at_once() throws Exception {
        assertThat(atOnce(12, GIVEN)).containsOnly("entered");
    }

    @Test
    void tries_no_more_of_many_guesses_at_once_than_one_by_one() throws Exception {
        List<String> tried = atOnce(12, "wrong");

        assertThat(tried.stream().filter("wrong"::equals)).hasSize(Attempts.FREE);
        assertThat(tried.stream().filter("too many"::equals)).hasSize(12 - Attempts.FREE);
    }

    private List<String> atOnce(int times, String password) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Callable<String> attempt = () -> outcome(password);
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(Collections.nCopies(times, attempt))) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private String outcome(String password) {
        try {
            signIn.enter("wang-an", password, HERE, null);
            return "entered";
        } catch (BadCredentialsException wrong) {
            return "wrong";
        } catch (SignInRefusedException tooMany) {
            return "too many";
        }
    }

    @Test
    void keeps_every_attempt_and_no_word_that_was_typed_for_an_account() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn.enter("wang-an", "wrong", HERE, null));
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn.enter(GIVEN, "wang-an", HERE, null));
        signIn.enter("wang-an", GIVEN, HERE, null);

        assertThat(records.newest("wang-an", 10))
                .extracting(it -> it.way() + " " + it.outcome())
                .containsExactly("PASSWORD RIGHT", "PASSWORD WRONG");
        assertThat(records.newest(null, 10)).hasSize(1);
    }

    private Sessions node() {
        return new Sessions(
                tables.jdbc(),
                new TransactionTemplate(new JdbcTransactionManager(tables.source())),
                accounts,
                settings,
                mandate -> Optional.empty(),
                LocalDate::now);
    }
}
