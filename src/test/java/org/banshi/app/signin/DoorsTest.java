package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.banshi.web.page.PageWays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** An endpoint that nobody wrote a rule for fails the build, and answers nobody. */
@BanshiTest
class DoorsTest {

    /** Who is not logged in may call these and no others. */
    private static final Set<String> OPEN =
            Set.of(
                    "* /error",
                    "GET /",
                    "GET /api/v1/applications/{number}/progress",
                    "GET /api/v1/calculators/overtime",
                    "GET /api/v1/notices/{number}",
                    "GET /api/v1/regions",
                    "GET /api/v1/services",
                    "GET /api/v1/services/{service}",
                    "GET /api/v1/services/{service}/rosters/{field}/template",
                    "GET /calculators/overtime",
                    "GET /notices",
                    "GET /notices/{number}",
                    "GET /progress",
                    "GET /services",
                    "GET /services/{service}",
                    "GET /sign-in",
                    "GET /sign-in/code",
                    "GET /sign-in/face",
                    "GET /sign-in/face/answer",
                    "GET /sign-in/face/stand-in/{reference}",
                    "GET /sign-in/factor",
                    "GET /sign-in/password",
                    "GET /sign-in/with/{name}",
                    "GET /sign-in/with/{name}/answer",
                    "GET /v3/api-docs",
                    "GET /v3/api-docs.yaml",
                    "POST /api/v1/sessions",
                    "POST /progress",
                    "POST /sign-in",
                    "POST /sign-in/code",
                    "POST /sign-in/face",
                    "POST /sign-in/face/stand-in/{reference}",
                    "POST /sign-in/factor",
                    "POST /sign-in/passkey",
                    "POST /sign-in/passkey/options",
                    "POST /sign-in/password",
                    "POST /sign-out");

    private final List<RequestMappingHandlerMapping> mappings;
    private final PageWays ways;
    private final TestRestTemplate http;
    private final Desk desk;

    @Autowired
    DoorsTest(List<RequestMappingHandlerMapping> mappings, PageWays ways, TestRestTemplate http) {
        this.ways = ways;
        this.mappings = mappings;
        this.http =
                http.withRequestFactorySettings(
                        ClientHttpRequestFactorySettings.defaults()
                                .withRedirects(Redirects.DONT_FOLLOW));
        this.desk = new Desk(http);
    }

    /** Histories of browsers, proxies and their logs keep addresses. */
    @Test
    void ask_for_nothing_personal_in_an_address() {
        Set<String> asked = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach(
                            (info, handler) -> {
                                if (info.getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.POST)) {
                                    return;
                                }
                                for (MethodParameter parameter : handler.getMethodParameters()) {
                                    parameter.initParameterNameDiscovery(
                                            new DefaultParameterNameDiscoverer());
                                    String name = String.valueOf(parameter.getParameterName());
                                    if (PERSONAL.matcher(name).find()) {
                                        asked.add(handler.getShortLogMessage() + ": " + name);
                                    }
                                }
                            });
        }

        assertThat(asked).isEmpty();
        assertThat(List.of("identityNumber", "grantorName", "phone", "newPassword"))
                .allMatch(it -> PERSONAL.matcher(it).find());
    }

    /** Names of variables that hold what tells of a person, or opens something. */
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?i)identity|phone|email|password|address|birth|applicant|holderName"
                            + "|(grantor|agent|representative)(name|number)|queryCode");

    @Test
    void show_figures_to_operators_and_nothing_else_of_the_inside() {
        for (String account :
                List.of("", "citizen-000901", Desk.OFFICER, "auditor", "security-1")) {
            for (String path : List.of("/actuator", "/actuator/metrics", "/actuator/env")) {
                assertThat(status(account, path)).as(account + path).isIn(302, 403);
            }
        }
        assertThat(status("operator", "/actuator/metrics")).isEqualTo(200);
        for (String inside :
                List.of(
                        "env",
                        "beans",
                        "configprops",
                        "heapdump",
                        "threaddump",
                        "loggers",
                        "mappings")) {
            assertThat(status("operator", "/actuator/" + inside)).as(inside).isEqualTo(404);
        }
        assertThat(http.getForEntity("/actuator/health", String.class).getBody())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "database", "PostgreSQL", "diskSpace");
    }

    private int status(String account, String path) {
        HttpHeaders headers = account.isEmpty() ? new HttpHeaders() : desk.headers(account);
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getStatusCode()
                .value();
    }

    @Test
    void name_every_endpoint() {
        List<String> unnamed = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (door(endpoint.method(), endpoint.pattern()).isEmpty()) {
                unnamed.add(endpoint.toString());
            }
        }

        assertThat(endpoints()).hasSizeGreaterThan(100);
        assertThat(unnamed).as("write their rule in Doors").isEmpty();
    }

    @Test
    void open_nothing_to_strangers_by_accident() {
        Set<String> open = new TreeSet<>();
        for (Endpoint endpoint : endpoints()) {
            door(endpoint.method(), endpoint.pattern())
                    .filter(door -> door.rule().open())
                    .ifPresent(door -> open.add(endpoint.toString()));
        }

        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    /** Where a form's answer leads when its language is switched, or its address opened again. */
    @Test
    void lead_from_each_address_of_a_form_to_the_page_where_it_stands() {
        Set<String> homeless = new TreeSet<>();
        for (Endpoint endpoint : endpoints()) {
            String address = endpoint.pattern().replaceAll("\\{[^/]*}", "x");
            if (endpoint.method() == HttpMethod.POST
                    && !address.startsWith("/api/")
                    && ways.page(address).equals("/")) {
                homeless.add(address);
            }
        }

        assertThat(homeless).containsExactly("/sign-out");
        assertThat(ways.page("/work/tasks/1/completion")).isEqualTo("/work/tasks/1");
        assertThat(ways.page("/work/cases/1/deliveries/2")).isEqualTo("/work/cases/1");
        assertThat(ways.page("/work/bulk/claim")).isEqualTo("/work");
    }

    @Test
    void would_tell_an_endpoint_that_nobody_named() {
        assertThat(door(HttpMethod.GET, "/api/v1/brand-new")).isEmpty();
    }

    private record Endpoint(@Nullable HttpMethod method, String pattern) {
        @Override
        public String toString() {
            return (method == null ? "*" : method.name()) + " " + pattern;
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    if (methods.isEmpty()) {
                        endpoints.add(new Endpoint(null, pattern));
                    }
                    methods.forEach(
                            method -> endpoints.add(new Endpoint(method.asHttpMethod(), pattern)));
                }
            }
        }
        return endpoints;
    }

    /** The first that fits, as the filter chain looks for it. */
    private static Optional<Door> door(@Nullable HttpMethod method, String pattern) {
        PathContainer path = PathContainer.parsePath(pattern.replaceAll("\\{[^/]*}", "x"));
        return Doors.ALL.stream()
                .filter(door -> door.method() == null || door.method().equals(method))
                .filter(
                        door ->
                                door.patterns().stream()
                                        .map(PathPatternParser.defaultInstance::parse)
                                        .anyMatch(one -> one.matches(path)))
                .findFirst();
    }
}
