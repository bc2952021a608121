package org.banshi.app.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Why somebody is not let in, or no longer; the only such word that leaves this room. */
public final class SignInRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** The reasons that a person is told. */
    public enum Why {
        /** Too many failed attempts for this account from this address. */
        TOO_MANY_ATTEMPTS,
        /** A newer log-in of the same citizen ended this one. */
        ENDED_ELSEWHERE,
        /** Too many wrong codes for a case from this account. */
        TOO_MANY_CODES,
        /** Not used for too long, or too old. */
        RAN_OUT,
        /** Its holder signed out, in this tab or another. */
        SIGNED_OUT,
        /** The account was disabled, or its rights changed. */
        ACCOUNT_CHANGED,
        /** Another log-in service does not vouch for anybody who may come in. */
        PROVIDER_REFUSED,
        /** It knows the holder less well than is known here: one log-in here comes first. */
        PROVIDER_UNLINKED,
        /** The mandate under which the session acted for another is over. */
        MANDATE_OVER,
        /** The last proof of who is there is too old for what was asked. */
        VERIFICATION_REQUIRED,
        /** The password is right; the code of the second factor is missing. */
        CODE_REQUIRED,
        /** The password was chosen by somebody else; one's own has to be chosen on the page. */
        PASSWORD_NEW,
        /** Staff need a second factor, which is set up on the page. */
        FACTOR_MISSING
    }

    private final Why why;
    private final Duration wait;

    private SignInRefusedException(Why why, Duration wait) {
        super(why.name());
        this.why = why;
        this.wait = wait;
    }

    static SignInRefusedException of(Why why) {
        return new SignInRefusedException(why, Duration.ZERO);
    }

    static SignInRefusedException tooMany(Duration wait) {
        return new SignInRefusedException(Why.TOO_MANY_ATTEMPTS, wait);
    }

    public Why why() {
        return why;
    }

    /** The same wait, for codes on the papers of a case. */
    static SignInRefusedException tooManyCodes(Duration wait) {
        return new SignInRefusedException(Why.TOO_MANY_CODES, wait);
    }

    /** After which it is worth trying again; zero where waiting does not help. */
    public Duration waitFor() {
        return wait;
    }
}
