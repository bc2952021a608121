package org.banshi.app.signin;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First passwords of administrators, in two halves: whoever asks is told one, whoever agrees the
 * other, and only the holder, to whom each hands a half, has both. The first half waits sealed.
 */
final class FirstHalves {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Passwords passwords;

    FirstHalves(JdbcClient jdbc, PersonalData personal, Passwords passwords) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.passwords = passwords;
    }

    /** What is asked for. */
    enum Purpose {
        PROPOSAL,
        RESET
    }

    /**
     * Keeps a half for whoever agrees, instead of one before.
     *
     * @return the half, which is told once
     */
    String begin(String account, Purpose purpose) {
        String half = passwords.half();
        jdbc.sql(
                        """
                        INSERT INTO first_half (account, purpose, sealed) VALUES (?, ?, ?)
                        ON CONFLICT (account, purpose) DO UPDATE SET sealed = excluded.sealed
                        """)
                .params(account, purpose.name(), personal.encrypt(key(account), half))
                .update();
        return half;
    }

    /** The half that waited, which is forgotten here; empty where none did. */
    Optional<String> take(String account, Purpose purpose) {
        return jdbc.sql(
                        "DELETE FROM first_half WHERE account = ? AND purpose = ?"
                                + " RETURNING sealed")
                .params(account, purpose.name())
                .query(String.class)
                .optional()
                .flatMap(personal::decrypt);
    }

    private static PersonId key(String account) {
        return new PersonId("account-" + account);
    }
}
