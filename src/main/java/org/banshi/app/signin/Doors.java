package org.banshi.app.signin;

import static org.banshi.query.contract.access.Scope.Role.AUDITOR;
import static org.banshi.query.contract.access.Scope.Role.CITIZEN;
import static org.banshi.query.contract.access.Scope.Role.COMMITTEE;
import static org.banshi.query.contract.access.Scope.Role.OFFICER;
import static org.banshi.query.contract.access.Scope.Role.OPERATOR;
import static org.banshi.query.contract.access.Scope.Role.PUBLISHER;
import static org.banshi.query.contract.access.Scope.Role.SECURITY;
import static org.banshi.query.contract.access.Scope.Role.SUPERVISOR;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.banshi.app.signin.Door.Rule;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may enter by which URL; the first that fits counts, and what no line names stays closed. What
 * is shown inside is narrowed by the access predicate.
 */
final class Doors {

    static final List<Door> ALL =
            List.of(
                    Door.of(Rule.OPEN, "/error", "/favicon.ico", "/assets/**", "/webjars/**"),
                    Door.of(
                            Rule.OPEN,
                            "/actuator/health/**",
                            "/v3/api-docs/**",
                            "/v3/api-docs.yaml"),
                    Door.of(
                            Rule.SIGNED_IN,
                            "/sign-in/verify",
                            "/sign-in/held/*",
                            "/sign-in/passkey/verification"),
                    Door.of(
                            Rule.PERSONAL,
                            "/sign-in/passkeys",
                            "/sign-in/passkeys/**",
                            "/sign-in/sessions",
                            "/sign-in/sessions/*/end",
                            "/sign-in/preference"),
                    Door.posting(Rule.OPEN, "/sign-in/passkey", "/sign-in/passkey/options"),
                    Door.reading(Rule.OPEN, "/sign-in/with/*", "/sign-in/with/*/answer"),
                    Door.of(Rule.OPEN, "/sign-in/face", "/sign-in/face/stand-in/*"),
                    Door.reading(Rule.OPEN, "/sign-in/face/answer"),
                    Door.of(Rule.OPEN, "/sign-in", "/sign-out"),
                    // Also for a log-in that lacks just this; the page asks whose it is.
                    Door.of(Rule.OPEN, "/sign-in/password", "/sign-in/code", "/sign-in/factor"),
                    Door.of(Rule.only(SECURITY), "/administration/**"),
                    Door.of(Rule.only(OFFICER, COMMITTEE), "/work/window", "/work/window/**"),
                    Door.of(Rule.only(COMMITTEE), "/work/notices", "/work/notices/*"),
                    Door.of(
                            Rule.only(OFFICER),
                            "/api/v1/citizens",
                            "/api/v1/citizens/**",
                            "/work/citizens",
                            "/work/citizens/**",
                            "/work/mandates",
                            "/work/mandates/**",
                            "/work/corrections",
                            "/work/corrections/**",
                            "/work/organisations",
                            "/work/organisations/**"),
                    Door.of(Rule.only(OFFICER, SUPERVISOR), "/api/v1/leaves", "/api/v1/leaves/*"),
                    Door.of(
                            Rule.only(CITIZEN),
                            "/acting",
                            "/acting/**",
                            "/api/v1/mandates",
                            "/api/v1/mandates/**",
                            "/organisations",
                            "/organisations/**",
                            "/api/v1/organisations",
                            "/api/v1/organisations/**"),
                    Door.reading(
                            Rule.only(OFFICER, SUPERVISOR, AUDITOR),
                            "/api/v1/tasks",
                            "/api/v1/tasks/**"),
                    Door.of(
                            Rule.only(OFFICER, SUPERVISOR),
                            "/work",
                            "/work/**",
                            "/api/v1/tasks/**"),
                    Door.of(
                            Rule.only(SUPERVISOR),
                            "/api/v1/statistics",
                            "/api/v1/board",
                            "/api/v1/due-cases"),
                    Door.of(Rule.only(AUDITOR), "/audit", "/audit/**", "/api/v1/audit/**"),
                    Door.of(Rule.only(OPERATOR, SUPERVISOR), "/ops", "/ops/**", "/api/v1/admin/**"),
                    Door.of(Rule.only(OPERATOR), "/actuator/**"),
                    Door.of(
                            Rule.only(PUBLISHER),
                            "/publishing",
                            "/publishing/**",
                            "/api/v1/publishing/**"),
                    // Before the public pages of the same service.
                    Door.of(Rule.PERSONAL, "/services/*/apply", "/services/*/apply/**"),
                    Door.of(Rule.OPEN, "/", "/services/**", "/progress/**"),
                    Door.of(
                            Rule.only(OFFICER, SUPERVISOR, COMMITTEE),
                            "/api/v1/notices/*/postings"),
                    Door.reading(Rule.OPEN, "/notices/**", "/api/v1/notices/**"),
                    Door.posting(Rule.PERSONAL, "/notices/*/objections"),
                    // Whoever calculates says nothing of himself.
                    Door.of(Rule.OPEN, "/calculators/**", "/api/v1/calculators/**"),
                    // What a roster holds is checked for whoever is about to hand it in.
                    Door.posting(Rule.PERSONAL, "/api/v1/services/*/rosters/**"),
                    Door.reading(Rule.OPEN, "/api/v1/services/**", "/api/v1/regions/**"),
                    // With a session or the query code: the handler tells which.
                    Door.reading(Rule.OPEN_OR_PERSONAL, "/api/v1/applications/*/progress"),
                    Door.posting(Rule.OPEN, "/api/v1/sessions"),
                    Door.of(
                            Rule.SIGNED_IN,
                            "/api/v1/sessions",
                            "/api/v1/sessions/verification",
                            "/api/v1/sessions/*"),
                    Door.of(
                            Rule.PERSONAL,
                            "/cases/**",
                            "/me",
                            "/me/**",
                            "/api/v1/me/**",
                            "/inbox",
                            "/benefits/**",
                            "/certificates/**",
                            "/disputes/**",
                            "/letters/**",
                            "/points/**",
                            "/api/v1/applications/**",
                            "/api/v1/materials/**",
                            "/api/v1/benefits/**",
                            "/api/v1/disputes/**",
                            "/api/v1/hearings/**",
                            "/api/v1/points/**",
                            "/api/v1/settlement/**",
                            "/api/v1/certificates/**",
                            "/api/v1/matters/**",
                            "/api/v1/matches/**",
                            "/api/v1/incidents/**"));

    private static final List<PathPattern> PATHS =
            ALL.stream()
                    .flatMap(door -> door.patterns().stream())
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();

    private Doors() {}

    /** Whether there can be anything behind this path. */
    static boolean lead(String path) {
        PathContainer wanted = PathContainer.parsePath(path);
        return PATHS.stream().anyMatch(one -> one.matches(wanted));
    }

    static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    doors,
            Freshness freshness) {
        // An answer that is ended later was let in when it was asked for.
        doors.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
        for (Door door : ALL) {
            String[] patterns = door.patterns().toArray(String[]::new);
            (door.method() == null
                            ? doors.requestMatchers(patterns)
                            : doors.requestMatchers(door.method(), patterns))
                    .access(asking(door.rule(), freshness));
        }
        doors.anyRequest().denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> asking(
            Rule rule, Freshness freshness) {
        return (authentication, context) -> {
            if (!(authentication.get() instanceof SignedInAuthentication signedIn)) {
                return new AuthorizationDecision(rule.open());
            }
            boolean enough =
                    rule.roles().isEmpty() || rule.roles().stream().anyMatch(signedIn.scope()::has);
            boolean within =
                    rule.open()
                            || !signedIn.scope().limited()
                            || AgentsDoors.open(
                                    signedIn.scope(), context.getRequest().getRequestURI());
            return new AuthorizationDecision(
                    enough && within && !(rule.fresh() && freshness.isStale(signedIn)));
        };
    }
}
