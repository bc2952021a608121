package org.banshi.app.signin;

import java.time.Duration;
import java.time.Instant;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Whether somebody proved lately enough to be there. Asked of citizens, whose devices others hold
 * too, and of whoever administers accounts; of other staff a session that rests ends instead.
 */
record Freshness(Duration verifiedFor) {

    boolean isStale(@Nullable Authentication authentication) {
        if (!(authentication instanceof SignedInAuthentication signedIn)) {
            return false;
        }
        boolean asked = signedIn.scope().has(Role.CITIZEN) || signedIn.scope().has(Role.SECURITY);
        return asked && isOld(signedIn.verified());
    }

    /** Whether a proof of then is too old, whosever: asked where one sets up how to log in. */
    boolean isOld(Instant verified) {
        return verified.plus(verifiedFor).isBefore(Instant.now());
    }
}
