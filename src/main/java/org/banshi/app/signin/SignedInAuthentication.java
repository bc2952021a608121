package org.banshi.app.signin;

import java.time.Instant;
import org.banshi.query.contract.access.Scope;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request of somebody who is logged in; the principal is {@link SignedIn}. */
final class SignedInAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;
    private final Instant verified;

    /**
     * @param verified when this person last proved to be there
     */
    SignedInAuthentication(SignedIn signedIn, Instant verified) {
        super(
                AuthorityUtils.createAuthorityList(
                        signedIn.scope().roles().stream().map(role -> "ROLE_" + role).toList()));
        this.signedIn = signedIn;
        this.verified = verified;
        setAuthenticated(true);
    }

    Scope scope() {
        return signedIn.scope();
    }

    Instant verified() {
        return verified;
    }

    @Override
    public Object getPrincipal() {
        return signedIn;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return signedIn.account();
    }
}
