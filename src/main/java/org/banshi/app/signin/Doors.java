package org.banshi.app.signin;

import static org.banshi.query.contract.access.Scope.Role.AUDITOR;
import static org.banshi.query.contract.access.Scope.Role.OFFICER;
import static org.banshi.query.contract.access.Scope.Role.OPERATOR;
import static org.banshi.query.contract.access.Scope.Role.SUPERVISOR;

import java.util.stream.Stream;
import org.banshi.query.contract.access.Scope.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may enter by which URL. What is shown inside is narrowed by the access predicate. */
final class Doors {

    private Doors() {}

    static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    doors) {
        doors.requestMatchers("/error", "/favicon.ico", "/assets/**", "/webjars/**").permitAll();
        doors.requestMatchers("/sign-in", "/sign-out", "/actuator/health/**").permitAll();
        doors.requestMatchers("/v3/api-docs/**").permitAll();
        staff(doors);
        // Before the public pages of the same service.
        doors.requestMatchers("/services/*/apply/**").authenticated();
        doors.requestMatchers("/", "/services/**", "/progress/**").permitAll();
        doors.requestMatchers(HttpMethod.GET, "/notices/**", "/api/v1/notices/**").permitAll();
        // Whoever calculates says nothing of himself.
        doors.requestMatchers("/calculators/**", "/api/v1/calculators/**").permitAll();
        doors.requestMatchers(HttpMethod.GET, "/api/v1/services/**", "/api/v1/regions/**")
                .permitAll();
        // With a session or the query code: the handler tells which.
        doors.requestMatchers(HttpMethod.GET, "/api/v1/applications/*/progress").permitAll();
        doors.requestMatchers(HttpMethod.POST, "/api/v1/sessions").permitAll();
        doors.anyRequest().authenticated();
    }

    private static void staff(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    doors) {
        doors.requestMatchers(HttpMethod.GET, "/api/v1/tasks/**")
                .hasAnyRole(names(OFFICER, SUPERVISOR, AUDITOR));
        doors.requestMatchers("/work/**", "/api/v1/tasks/**")
                .hasAnyRole(names(OFFICER, SUPERVISOR));
        doors.requestMatchers("/audit/**", "/api/v1/audit/**").hasAnyRole(names(AUDITOR));
        doors.requestMatchers("/ops/**", "/api/v1/admin/**")
                .hasAnyRole(names(OPERATOR, SUPERVISOR));
        doors.requestMatchers("/actuator/**").hasAnyRole(names(OPERATOR));
    }

    private static String[] names(Role... roles) {
        return Stream.of(roles).map(Role::name).toArray(String[]::new);
    }
}
