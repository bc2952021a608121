package org.banshi.app.signin;

import java.time.Instant;
import org.banshi.app.signin.KnownSessions.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which other log-in services may vouch for which accounts. */
final class ProviderLinks {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final SignInSettings settings;

    ProviderLinks(JdbcClient jdbc, Sessions sessions, SignInSettings settings) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.settings = settings;
    }

    boolean has(String account, String provider) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM provider_link WHERE account = ? AND provider = ?)")
                .params(account, provider)
                .query(Boolean.class)
                .single();
    }

    void add(String account, String provider) {
        jdbc.sql(
                        "INSERT INTO provider_link (account, provider) VALUES (?, ?)"
                                + " ON CONFLICT DO NOTHING")
                .params(account, provider)
                .update();
    }

    /**
     * Whether the account's holder is logged in here, wholly and not long ago, in a way of the
     * account's own.
     */
    boolean isHere(String account, @Nullable String token) {
        return token != null
                && sessions.findNow(token).filter(held -> isOwn(account, held)).isPresent()
                && sessions.vouchedLevel(token) == null;
    }

    private boolean isOwn(String account, Held held) {
        return held.ended() == null
                && held.lacks() == null
                && held.account().account().equals(account)
                && held.verified().plus(settings.verifiedFor()).isAfter(Instant.now());
    }
}
