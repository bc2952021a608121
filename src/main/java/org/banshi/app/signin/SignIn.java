package org.banshi.app.signin;

import java.util.Optional;
import org.banshi.app.signin.Accounts.Login;
import org.banshi.app.signin.Sessions.Lack;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/** Lets people in who say who they are. Unknown, disabled and mistaken look alike. */
final class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final DemoPeople demo;

    /**
     * @param demo whose crowd gets accounts on demand
     */
    SignIn(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            DemoPeople demo) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.demo = demo;
    }

    /**
     * Somebody who came in, with the token of the session.
     *
     * @param lacks what still has to be done before it opens anything, or null
     */
    record Entered(Account account, String token, @Nullable Lack lacks) {
        @Override
        public String toString() {
            return "Entered[" + account + "]";
        }
    }

    /**
     * Begins a session.
     *
     * @param address from where
     * @param replaced the token that the same browser had before, or null
     * @throws BadCredentialsException when there is no such account, or the password is another
     * @throws SignInRefusedException after too many failures
     */
    Entered enter(String account, String password, String address, @Nullable String replaced) {
        Login login = proven(account, password, address);
        Lack lacks = login.passwordNew() ? Lack.PASSWORD : null;
        return new Entered(
                login.account(), sessions.begin(login.account(), lacks, replaced), lacks);
    }

    /**
     * Proves once more that the account's holder is there.
     *
     * @throws BadCredentialsException when the password is another
     * @throws SignInRefusedException after too many failures
     */
    void verify(String token, String account, String password, String address) {
        proven(account, password, address);
        sessions.verified(token);
    }

    /**
     * Replaces the password by one that its owner chose: all sessions end, and a new one begins.
     *
     * @throws BadCredentialsException when {@code current} is not the password
     * @throws SignInRefusedException after too many failures
     */
    Entered choosePassword(Account account, String current, String password, String address) {
        proven(account.account(), current, address);
        accounts.setPassword(account.account(), passwords.hash(password), false);
        sessions.endAll(account.account(), Why.ACCOUNT_CHANGED);
        return new Entered(account, sessions.begin(account, null, null), null);
    }

    private Login proven(String account, String password, String address) {
        attempts.begin(account, address);
        Optional<Login> login = find(account);
        if (!passwords.matches(password, login.map(Login::passwordHash).orElse(null))) {
            throw new BadCredentialsException("no such account and password");
        }
        attempts.succeeded(account, address);
        return login.orElseThrow();
    }

    private Optional<Login> find(String account) {
        if (!AccountNames.fits(account)) {
            return Optional.empty();
        }
        Optional<Login> known = accounts.find(account);
        if (known.isEmpty()) {
            demo.openCrowd(account, accounts, passwords);
            return accounts.find(account);
        }
        return known;
    }
}
