package org.banshi.app.signin;

import java.util.Optional;
import java.util.function.Supplier;
import org.banshi.app.signin.Accounts.Login;
import org.banshi.app.signin.Sessions.Lack;
import org.banshi.app.signin.SignInRecords.Outcome;
import org.banshi.app.signin.SignInRecords.Way;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/** Lets people in who say who they are. Unknown, disabled and mistaken look alike. */
final class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignInRecords records;
    private final DemoPeople demo;
    private final boolean staffNeedsFactor;

    /**
     * @param demo whose crowd gets accounts on demand
     * @param staffNeedsFactor whether staff without a second factor set one up before all else
     */
    SignIn(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            SecondFactors factors,
            SignInRecords records,
            DemoPeople demo,
            boolean staffNeedsFactor) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.factors = factors;
        this.records = records;
        this.demo = demo;
        this.staffNeedsFactor = staffNeedsFactor;
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
        return begin(login, lack(login), replaced);
    }

    /**
     * Begins a whole session at once, for programs.
     *
     * @param code of the second factor, or null
     * @throws BadCredentialsException when account, password or code are wrong
     * @throws SignInRefusedException after too many failures, without a code that is needed, and
     *     where a page has to be visited first
     */
    Entered enterWhole(String account, String password, @Nullable String code, String address) {
        Login login = proven(account, password, address);
        Lack lacks = lack(login);
        if (lacks == Lack.CODE) {
            if (code == null) {
                throw SignInRefusedException.of(Why.CODE_REQUIRED);
            }
            provenCode(login.account().account(), code);
        } else if (lacks != null) {
            throw SignInRefusedException.of(
                    lacks == Lack.PASSWORD ? Why.PASSWORD_NEW : Why.FACTOR_MISSING);
        }
        return begin(login, null, null);
    }

    /**
     * Begins a session for whoever proved to be there by a passkey, which is two factors at once:
     * the device and its user.
     *
     * @throws BadCredentialsException when the account is disabled, or a password that somebody
     *     else chose ran out
     */
    Entered enterProven(String account, @Nullable String replaced) {
        Login login =
                recorded(
                        account,
                        Way.PASSKEY,
                        () ->
                                find(account)
                                        .filter(it -> !it.passwordOver())
                                        .orElseThrow(
                                                () ->
                                                        new BadCredentialsException(
                                                                "no such account")));
        return begin(login, login.passwordNew() ? Lack.PASSWORD : null, replaced);
    }

    /**
     * Begins a session for whom another service vouches. A second factor of one's own is asked for
     * here all the same.
     *
     * @param level how well the service knows whom it vouches for; null for staff. The session is
     *     known no better until its holder proves here who is there
     * @throws BadCredentialsException when there is no such account
     */
    Entered enterVouched(String account, @Nullable Integer level, @Nullable String replaced) {
        boolean citizen = level != null;
        Login login =
                recorded(
                        account,
                        Way.PROVIDER,
                        () ->
                                find(account)
                                        .filter(it -> it.account().citizen() == citizen)
                                        .orElseThrow(
                                                () ->
                                                        new BadCredentialsException(
                                                                "no such account")));
        Lack lacks = citizen ? (login.factor() ? Lack.CODE : null) : lack(login);
        return begin(login, lacks, replaced, level);
    }

    /**
     * Whether another service just vouched for whoever holds this session: then it goes on, known
     * no better than there.
     */
    Optional<Entered> vouchedAgain(String account, int level, String token) {
        return sessions.findNow(token)
                .filter(held -> held.ended() == null && held.lacks() == null)
                .filter(held -> held.account().account().equals(account))
                .map(
                        held -> {
                            records.add(account, Way.PROVIDER, Outcome.RIGHT);
                            sessions.vouched(token, level);
                            return new Entered(held.account(), token, null);
                        });
    }

    /** Whoever holds the session has just proven again to be there, by a passkey. */
    void verified(String token, String account) {
        records.add(account, Way.PASSKEY, Outcome.RIGHT);
        sessions.verified(token);
    }

    /**
     * Takes the code that a log-in lacked.
     *
     * @throws BadCredentialsException when it is none, or was used before
     * @throws SignInRefusedException after too many failures
     */
    Entered proveFactor(Account account, String code, String token) {
        provenCode(account.account(), code);
        return completed(account, token);
    }

    /**
     * Sets a second factor up; a log-in that lacked it is whole then.
     *
     * @throws BadCredentialsException when it is not its code
     * @throws SignInRefusedException after too many failures
     */
    Entered setUpFactor(Account account, String code, String token) {
        factors.confirm(account.account(), code, token);
        return completed(account, token);
    }

    private Entered completed(Account account, String token) {
        Integer level = sessions.vouchedLevel(token);
        return new Entered(account, sessions.complete(account, token, level), null);
    }

    private Entered begin(Login login, @Nullable Lack lacks, @Nullable String replaced) {
        return begin(login, lacks, replaced, null);
    }

    private Entered begin(
            Login login, @Nullable Lack lacks, @Nullable String replaced, @Nullable Integer level) {
        return new Entered(login.account(), sessions.begin(login, lacks, replaced, level), lacks);
    }

    private @Nullable Lack lack(Login login) {
        if (login.passwordNew()) {
            return Lack.PASSWORD;
        }
        if (login.factor()) {
            return Lack.CODE;
        }
        return staffNeedsFactor && !login.account().citizen() ? Lack.FACTOR : null;
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
     * Second factor and passkeys stay, also where somebody else chose the password before: whoever
     * was told that one may be another than the one who set them up since.
     *
     * @param whole whether the log-in lacked nothing before
     * @throws BadCredentialsException when {@code current} is not the password
     * @throws SignInRefusedException after too many failures
     */
    Entered choosePassword(
            Account account, String current, String password, boolean whole, String address) {
        Login login = proven(account.account(), current, address);
        String hash = passwords.hash(password);
        if (!accounts.replacePassword(account.account(), login.passwordHash(), hash)) {
            throw new BadCredentialsException("the account changed meanwhile");
        }
        sessions.endAll(account.account(), Why.ACCOUNT_CHANGED);
        Login now = new Login(login.account(), hash, false, false, login.factor());
        return begin(now, whole ? null : lack(now), null);
    }

    private Login proven(String account, String password, String from) {
        // A household has very many addresses of IPv6 to choose from.
        String address = PaceFilter.network(from).orElse(from);
        return recorded(
                account,
                Way.PASSWORD,
                () -> {
                    attempts.begin(account, address);
                    Optional<Login> login = find(account);
                    String hash =
                            login.filter(it -> !it.passwordOver())
                                    .map(Login::passwordHash)
                                    .orElse(null);
                    if (!passwords.matches(password, hash)) {
                        attempts.failed(account, address);
                        throw new BadCredentialsException("no such account and password");
                    }
                    attempts.succeeded(account, address);
                    return login.orElseThrow();
                });
    }

    private void provenCode(String account, String code) {
        recorded(
                account,
                Way.CODE,
                () -> {
                    factors.prove(account, code);
                    return account;
                });
    }

    private <T> T recorded(String account, Way way, Supplier<T> proof) {
        try {
            T proven = proof.get();
            records.add(account, way, Outcome.RIGHT);
            return proven;
        } catch (BadCredentialsException wrong) {
            records.add(account, way, Outcome.WRONG);
            throw wrong;
        } catch (SignInRefusedException tooMany) {
            records.add(account, way, Outcome.TOO_MANY);
            throw tooMany;
        }
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
