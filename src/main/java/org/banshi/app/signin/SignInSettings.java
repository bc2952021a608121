package org.banshi.app.signin;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people log in.
 *
 * @param installation for whom this is; by default for whomever the database says
 * @param life longest life of a session
 * @param idle for how long a session may rest
 * @param verifiedFor how old a citizen's proof of presence may be for personal reads and acts
 * @param publicUrl where browsers find the platform, for passkeys; by default this machine
 * @param first who administers accounts first, asked for by a real installation's first start
 * @param second who confirms what the first proposes; added at any start while there is but one
 */
@ConfigurationProperties("banshi.sign-in")
record SignInSettings(
        @DefaultValue("AS_IT_IS") Installation installation,
        @DefaultValue("12h") Duration life,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("30m") Duration verifiedFor,
        @Nullable URI publicUrl,
        @Nullable Founder first,
        @Nullable Founder second) {

    SignInSettings {
        publicUrl = publicUrl == null || publicUrl.toString().isBlank() ? null : publicUrl;
    }

    /** For whom the platform runs. */
    enum Installation {
        /** Invented people with printed passwords. */
        DEMO,
        /** People: no account and no secret is there by default. */
        REAL,
        /** Whatever the database was begun for. */
        AS_IT_IS
    }

    /** A security administrator whom a start is told of; the password is to be changed at once. */
    record Founder(@Nullable String account, @Nullable String password) {

        /** Whether both were given. */
        boolean given() {
            return account != null && !account.isBlank() && password != null && !password.isBlank();
        }

        @Override
        public String toString() {
            return "Founder[...]";
        }
    }
}
