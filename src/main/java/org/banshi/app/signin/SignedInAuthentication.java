package org.banshi.app.signin;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request of somebody who is logged in; the principal is {@link SignedIn}. */
final class SignedInAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    SignedInAuthentication(SignedIn signedIn) {
        super(
                AuthorityUtils.createAuthorityList(
                        signedIn.scope().roles().stream().map(role -> "ROLE_" + role).toList()));
        this.signedIn = signedIn;
        setAuthenticated(true);
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
