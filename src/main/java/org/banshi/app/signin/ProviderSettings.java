package org.banshi.app.signin;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Log-in services of others that are believed, by a short name of a-z, 0-9 and -. None by default.
 *
 * @param providers each under its name
 */
@ConfigurationProperties("banshi.sign-in")
record ProviderSettings(@DefaultValue Map<String, Provider> providers) {

    /** Whom a provider vouches for. */
    enum Audience {
        /** For citizens, by name and identity number. */
        CITIZENS,
        /** For staff, by the name of their account here; the second factor is asked here. */
        STAFF
    }

    /**
     * A provider of OpenID Connect.
     *
     * @param titleZh how people call it, in Chinese
     * @param titleEn the same in English
     * @param issuer exactly as it calls itself
     * @param hosts other machines than the issuer's that are asked for it, such as one for keys
     * @param trustLevel of whom it vouches for; 2 to 4, and never more than the person has
     *     otherwise proven here
     * @param scopes beside {@code openid}
     * @param nameClaim where the full name is
     * @param numberClaim where the identity number is
     * @param phoneClaim where the mobile number is
     * @param accountClaim of staff: where the account here is
     */
    record Provider(
            String titleZh,
            String titleEn,
            URI issuer,
            @DefaultValue Set<String> hosts,
            String clientId,
            @Nullable String clientSecret,
            @DefaultValue("CITIZENS") Audience audience,
            @DefaultValue("3") int trustLevel,
            @DefaultValue("profile") Set<String> scopes,
            @DefaultValue("name") String nameClaim,
            @DefaultValue("identity_number") String numberClaim,
            @DefaultValue("phone_number") String phoneClaim,
            @DefaultValue("banshi_account") String accountClaim) {

        public Text title() {
            return Text.of(titleZh, titleEn);
        }

        /** Never prints the secret. */
        @Override
        public String toString() {
            return "Provider[" + issuer + "]";
        }
    }
}
