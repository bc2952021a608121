package org.banshi.app.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.banshi.app.outbound.Outbound;
import org.banshi.app.signin.ProviderSettings.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Other log-in services, by Spring Security's client: it checks state, nonce, PKCE, signature,
 * issuer, audience and times; that somebody logged in there since the question is checked here.
 * What a question needs to be answered is kept in the database, for any node, for one answer and
 * five minutes. A provider is asked about itself when it is first needed, so that the platform
 * starts without it.
 */
final class Providers {

    private static final String PATH = "/sign-in/with";

    /** Where a provider tells of itself (OpenID Connect Discovery 1.0, 4). */
    private static final String METADATA = "/.well-known/openid-configuration";

    /** For so long a provider that did not answer is not asked about itself again. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** By so much the clocks of both may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Map<String, Provider> providers;
    private final Challenges challenges;
    private final Supplier<URI> origin;
    private final Outbound outbound;
    private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();
    private final Map<String, Instant> unreachable = new ConcurrentHashMap<>();
    private final Map<String, AuthenticationProvider> checks = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param origin where browsers find the platform; asked for when first needed
     */
    Providers(
            ProviderSettings settings,
            Challenges challenges,
            Supplier<URI> origin,
            Outbound outbound) {
        this.providers = Map.copyOf(settings.providers());
        this.challenges = challenges;
        this.origin = origin;
        this.outbound = outbound;
    }

    /** A question to a provider: where the browser goes, and the key that it brings back. */
    record Question(String address, String key) {}

    /** What a provider vouches for, and where the log-in was to lead. */
    record Vouched(String name, Provider provider, OidcUser user, String to) {

        /** A claim that is a text and not empty. */
        Optional<String> claim(String claim) {
            return Optional.ofNullable(user.getClaimAsString(claim)).filter(it -> !it.isBlank());
        }

        /** Never prints the claims. */
        @Override
        public String toString() {
            return "Vouched[" + name + "]";
        }
    }

    /** What is kept while somebody is away. */
    record Away(
            String name,
            String to,
            String state,
            String nonce,
            String verifier,
            String address,
            String redirect,
            long asked) {}

    Map<String, Provider> all() {
        return providers;
    }

    /**
     * Asks a provider.
     *
     * @throws BadCredentialsException when there is none of that name, or it cannot be reached
     */
    Question ask(String name, String to, HttpServletRequest request) {
        ClientRegistration registration = registration(name);
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(
                        new InMemoryClientRegistrationRepository(registration), PATH);
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce()
                        // Whoever sits at the device proves to be there now, not some time ago.
                        .andThen(
                                asked ->
                                        asked.additionalParameters(
                                                more -> {
                                                    more.put("prompt", "login");
                                                    more.put("max_age", "0");
                                                })));
        OAuth2AuthorizationRequest asked = resolver.resolve(request, name);
        Map<String, Object> kept = asked.getAttributes();
        return new Question(
                asked.getAuthorizationRequestUri(),
                challenges.keep(
                        write(
                                new Away(
                                        name,
                                        to,
                                        asked.getState(),
                                        String.valueOf(kept.get(OidcParameterNames.NONCE)),
                                        String.valueOf(kept.get(PkceParameterNames.CODE_VERIFIER)),
                                        asked.getAuthorizationUri(),
                                        asked.getRedirectUri(),
                                        Instant.now().getEpochSecond()))));
    }

    /**
     * What came back.
     *
     * @param key from the browser that asked
     * @throws BadCredentialsException when it is no right answer to the question
     */
    Vouched check(
            String name, @Nullable String code, @Nullable String state, @Nullable String key) {
        Away away = key == null ? null : challenges.take(key).map(this::read).orElse(null);
        if (away == null || code == null || state == null || !away.name().equals(name)) {
            throw new BadCredentialsException("not what was asked for");
        }
        ClientRegistration registration = registration(name);
        Map<String, Object> kept = new HashMap<>();
        kept.put(OAuth2ParameterNames.REGISTRATION_ID, name);
        kept.put(OidcParameterNames.NONCE, away.nonce());
        kept.put(PkceParameterNames.CODE_VERIFIER, away.verifier());
        OAuth2AuthorizationRequest asked =
                OAuth2AuthorizationRequest.authorizationCode()
                        .clientId(registration.getClientId())
                        .authorizationUri(away.address())
                        .redirectUri(away.redirect())
                        .scopes(registration.getScopes())
                        .state(away.state())
                        .attributes(kept)
                        .build();
        OAuth2AuthorizationResponse answer =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(away.redirect())
                        .state(state)
                        .build();
        try {
            Authentication checked =
                    checks.computeIfAbsent(name, it -> ProviderChecks.of(requests(provider(name))))
                            .authenticate(
                                    new OAuth2LoginAuthenticationToken(
                                            registration,
                                            new OAuth2AuthorizationExchange(asked, answer)));
            if (checked != null && checked.getPrincipal() instanceof OidcUser user) {
                demandNow(user, Instant.ofEpochSecond(away.asked()));
                return new Vouched(name, provider(name), user, away.to());
            }
        } catch (AuthenticationException wrong) {
            throw new BadCredentialsException("the provider's answer does not hold", wrong);
        }
        throw new BadCredentialsException("no OpenID Connect");
    }

    /** Whoever carries the question can change it; what was signed they cannot. */
    private static void demandNow(OidcUser user, Instant asked) {
        Instant proven = user.getAuthenticatedAt();
        if (proven == null || proven.isBefore(asked.minus(TOLERANCE))) {
            throw new BadCredentialsException("logged in there before it was asked for");
        }
    }

    private Provider provider(String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new BadCredentialsException("no such provider");
        }
        return provider;
    }

    private ClientRegistration registration(String name) {
        Provider provider = provider(name);
        try {
            return registrations.computeIfAbsent(name, it -> discoverOnce(it, provider));
        } catch (IllegalArgumentException
                | IllegalStateException
                | RestClientException unreachable) {
            throw new BadCredentialsException("the provider cannot be asked", unreachable);
        }
    }

    /** While it does not answer, not everybody waits for it, one after the other. */
    private ClientRegistration discoverOnce(String name, Provider provider) {
        Instant until = unreachable.get(name);
        if (until != null && until.isAfter(Instant.now())) {
            throw new IllegalStateException("did not answer just now");
        }
        try {
            return discover(name, provider);
        } catch (RuntimeException failed) {
            unreachable.put(name, Instant.now().plus(REST));
            throw failed;
        }
    }

    /** Its own word on its endpoints counts only where it names the issuer that was configured. */
    private ClientRegistration discover(String name, Provider provider) {
        ClientRegistration.Builder registration =
                ClientRegistrations.fromOidcConfiguration(metadata(provider))
                        .registrationId(name)
                        .clientId(provider.clientId())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(origin.get() + PATH + "/" + name + "/answer");
        String secret = provider.clientSecret();
        if (secret != null) {
            registration.clientSecret(secret);
        }
        Set<String> scopes = new LinkedHashSet<>(provider.scopes());
        scopes.add("openid");
        return registration.scope(scopes).build();
    }

    private ClientHttpRequestFactory requests(Provider provider) {
        Set<String> hosts = new HashSet<>(provider.hosts());
        hosts.add(String.valueOf(provider.issuer().getHost()));
        return outbound.to(hosts);
    }

    private Map<String, Object> metadata(Provider provider) {
        String issuer = provider.issuer().toString();
        Map<String, Object> told =
                RestClient.builder()
                        .requestFactory(requests(provider))
                        .build()
                        .get()
                        .uri(URI.create(issuer.replaceFirst("/$", "") + METADATA))
                        .retrieve()
                        .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (told == null || !issuer.equals(told.get("issuer"))) {
            throw new IllegalStateException("calls itself otherwise");
        }
        return told;
    }

    private byte[] write(Away away) {
        try {
            return json.writeValueAsString(away).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Away read(byte[] kept) {
        try {
            return json.readValue(new String(kept, StandardCharsets.UTF_8), Away.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
