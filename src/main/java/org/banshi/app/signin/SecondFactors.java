package org.banshi.app.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;

/**
 * Second factors of accounts. Secrets are encrypted under a key of the account's own, which lies
 * outside the database; a code is taken once.
 */
final class SecondFactors {

    /** In place of an address. */
    private static final String CODE = "code";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Attempts attempts;
    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, PersonalData personal, Attempts attempts, Sessions sessions) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    boolean isSetUp(String account) {
        return secret(account, "totp_secret").isPresent();
    }

    /**
     * The secret that waits for its first code; the same until it has come.
     *
     * @param token of the session that sets it up
     * @throws BadCredentialsException when that has ended
     */
    String begin(String account, String token) {
        return sessions.whileItStands(token, account, () -> pending(account));
    }

    private String pending(String account) {
        return secret(account, "totp_pending")
                .orElseGet(
                        () -> {
                            String secret = Totp.newSecret(random);
                            PersonId key = new PersonId("account-" + account);
                            jdbc.sql("UPDATE account SET totp_pending = ? WHERE account = ?")
                                    .params(personal.encrypt(key, secret), account)
                                    .update();
                            return secret;
                        });
    }

    /**
     * Sets the second factor up, as its first code shows that the authenticator has it.
     *
     * @param token of the session that sets it up
     * @throws BadCredentialsException when it is not its code, or the session has ended
     * @throws SignInRefusedException after too many failures
     */
    void confirm(String account, String code, String token) {
        attempt(account);
        long step = step(account, "totp_pending", code);
        sessions.whileItStands(token, account, () -> keep(account, step));
        succeeded(account);
    }

    private int keep(String account, long step) {
        return jdbc.sql(
                        """
                        UPDATE account SET totp_secret = totp_pending, totp_pending = NULL,
                            totp_step = ? WHERE account = ?
                        """)
                .params(step, account)
                .update();
    }

    /**
     * Takes a code.
     *
     * @throws BadCredentialsException when it is none, or was used before
     * @throws SignInRefusedException after too many failures
     */
    void prove(String account, String code) {
        attempt(account);
        long step = step(account, "totp_secret", code);
        int taken =
                jdbc.sql("UPDATE account SET totp_step = ? WHERE account = ? AND totp_step < ?")
                        .params(step, account, step)
                        .update();
        if (taken == 0) {
            attempts.failed(account, CODE);
            throw new BadCredentialsException("the code was used before");
        }
        succeeded(account);
    }

    private long step(String account, String column, String code) {
        OptionalLong step =
                secret(account, column)
                        .map(it -> Totp.step(it, code.strip(), Instant.now()))
                        .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            attempts.failed(account, CODE);
            throw new BadCredentialsException("no such code");
        }
        return step.getAsLong();
    }

    /**
     * By account alone: only who knows the password comes so far, and must not go on from address
     * to address.
     */
    private void attempt(String account) {
        attempts.begin(account, CODE);
    }

    private void succeeded(String account) {
        attempts.succeeded(account, CODE);
    }

    private Optional<String> secret(String account, String column) {
        return jdbc.sql("SELECT " + column + " FROM account WHERE account = ?")
                .param(account)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(found -> found)
                .flatMap(personal::decrypt);
    }
}
