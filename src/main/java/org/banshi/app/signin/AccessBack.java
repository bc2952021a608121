package org.banshi.app.signin;

import org.banshi.app.signin.SignInRefusedException.Why;

/** Takes access back: whoever had the account has nothing of it, and its holder begins anew. */
final class AccessBack {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;

    AccessBack(Accounts accounts, Passwords passwords, Sessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Takes password, second factor, passkeys and sessions, in this order: a log-in that is under
     * way waits for the account, and sees that it is another's.
     *
     * @param password of the next log-in, to be changed there
     */
    void take(String account, String password) {
        accounts.setPassword(account, passwords.hash(password), true);
        accounts.limitFirstPassword(account);
        accounts.dropFactor(account);
        accounts.dropPasskeys(account);
        sessions.endAll(account, Why.ACCOUNT_CHANGED);
    }
}
