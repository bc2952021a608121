package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.banshi.app.BanshiSettings;
import org.banshi.app.Greeting;
import org.banshi.app.staff.Officers;
import org.banshi.app.staff.Residents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.WebUtils;

/** Log-in, sessions and what every response says to the browser. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInWiring {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    People people(BanshiSettings settings) {
        return People.read(settings.bpmn().resolve("demo/people.yaml"));
    }

    @Bean
    Greeting demoAccounts(People people) {
        return people::describe;
    }

    @Bean
    Officers officers(People people) {
        return people::officers;
    }

    @Bean
    Residents residents(People people) {
        return people::resident;
    }

    @Bean
    Sessions sessions(JdbcClient jdbc) {
        return new Sessions(jdbc);
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Sessions sessions,
            People people,
            HandlerExceptionResolver handlerExceptionResolver)
            throws Exception {
        Refusals refusals = new Refusals(handlerExceptionResolver);
        http.authorizeHttpRequests(Doors::open)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SessionFilter(sessions, people, refusals), CsrfFilter.class)
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfTokens())
                                        // Every request would count as a log-in, and each
                                        // picture or style of a page would drop its token.
                                        .sessionAuthenticationStrategy(
                                                new NullAuthenticatedSessionStrategy())
                                        .requireCsrfProtectionMatcher(SignInWiring::needsCsrfToken))
                .headers(SignInWiring::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {});
        return http.build();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("banshi-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    /** A bearer token is no ambient authority; a cookie is, and so is the log-in form itself. */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || SessionFilter.hasBearer(request)) {
            return false;
        }
        return !request.getRequestURI().startsWith("/api/")
                || WebUtils.getCookie(request, SessionFilter.COOKIE) != null;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
