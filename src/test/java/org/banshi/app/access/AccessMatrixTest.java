package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk.Permit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint, asked as everybody, about a case of the own office, of another region, of another
 * body, of somebody else. Who may is stated in {@code access/matrix.txt}; an endpoint that nobody
 * stated anything of fails. Whoever may not is refused before anything happens; whoever may read,
 * reads.
 */
@BanshiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    /** Begins the line of a part of the house. */
    private static final String AREA = "* ";

    private static final Path MATRIX = Path.of("test/resources/access/matrix.txt");

    /** Everybody, as seen from one residence permit in Tianhe. */
    enum Caller {
        STRANGER(""),
        OWNER("citizen-000921"),
        CITIZEN("citizen-000922"),
        OFFICE("tianhe-newcomer"),
        OTHER_BODY("tianhe-town-1"),
        OTHER_REGION("yuexiu-newcomer"),
        SUPERVISOR("tianhe-supervisor"),
        OTHER_SUPERVISOR("yuexiu-supervisor"),
        AUDITOR("auditor"),
        OPERATOR("operator"),
        PUBLISHER("publisher"),
        SECURITY("security-1"),
        COMMITTEE("tianhe-village-1");

        final String account;

        Caller(String account) {
            this.account = account;
        }
    }

    /** Words of the matrix for several at once. */
    private static final Map<String, Set<Caller>> GROUPS =
            Map.of(
                    "everybody", EnumSet.allOf(Caller.class),
                    "signed-in", EnumSet.complementOf(EnumSet.of(Caller.STRANGER)),
                    "citizens", EnumSet.of(Caller.OWNER, Caller.CITIZEN),
                    "officers", EnumSet.of(Caller.OFFICE, Caller.OTHER_BODY, Caller.OTHER_REGION),
                    "supervisors", EnumSet.of(Caller.SUPERVISOR, Caller.OTHER_SUPERVISOR),
                    "nobody", EnumSet.noneOf(Caller.class));

    /** What is sent so that only the right to do it is missing. */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry("/termination", "{\"reason\":\"x\"}"),
                    Map.entry("/suspension", "{\"reason\":\"x\"}"),
                    Map.entry("/reveals", "{\"ground\":\"CONTACT\"}"),
                    Map.entry("/rating", "{\"score\":5}"),
                    Map.entry("/supplements", "{\"changes\":{},\"materials\":[]}"),
                    Map.entry("/objections", "{\"objection\":\"x\"}"),
                    Map.entry("/assignment", "{\"assignee\":\"tianhe-newcomer\"}"),
                    Map.entry(
                            "/assignments",
                            "{\"tasks\":[{\"task\":\"x\"}],\"assignee\":\"tianhe-newcomer\"}"),
                    Map.entry("/escalation", "{\"reason\":\"STUCK\"}"),
                    Map.entry("/completion", "{\"outcome\":\"accept\",\"data\":{}}"),
                    Map.entry(
                            "/deliveries/{delivery}",
                            "{\"day\":\"2020-01-01\",\"way\":\"post\",\"proof\":\"RR1\"}"));

    /** Added to a path that asks for more. */
    private static final Map<String, String> QUERIES =
            Map.of(
                    "GET /api/v1/hearings", "?from=2026-01-01&until=2026-01-31",
                    "GET /api/v1/settlement/{year}", "?region=440100",
                    "GET /api/v1/audit/export", "?reference=MATRIX-1&to=1",
                    "GET /api/v1/audit/cases/{number}/as-of", "?position=",
                    "GET /work/hearings/parties", "?number=x",
                    "GET /work/points/of", "?number=");

    /** Shown to somebody who may not, a list that holds nothing leaks nothing. */
    private static final Set<String> EMPTY =
            Set.of("[]", "{\"rows\":[],\"next\":null,\"count\":0}");

    private static final Set<Integer> NOT_IN = Set.of(204, 401, 403, 404);

    /** The request is not whole. */
    private static final Set<Integer> SHAPE = Set.of(400, 415);

    private final Desk desk;
    private final List<RequestMappingHandlerMapping> mappings;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> world = new LinkedHashMap<>();
    private final Map<Caller, String> tokens = new TreeMap<>();

    @Autowired
    AccessMatrixTest(
            TestRestTemplate http,
            List<RequestMappingHandlerMapping> mappings,
            @LocalServerPort int port) {
        this.desk = new Desk(http);
        this.mappings = mappings;
        this.port = port;
    }

    @BeforeAll
    void fileAPermit() {
        Permit permit = desk.file(Caller.OWNER.account, "440106", Desk.OFFICER);
        JsonNode papers =
                desk.ok(
                        desk.get(
                                Caller.OWNER.account,
                                "/api/v1/applications/" + permit.number() + "/materials"));
        world.put("number", permit.number());
        world.put("task", permit.task());
        world.put("paper", papers.at("/0/id").asText());
        JsonNode story =
                desk.ok(
                        desk.get(
                                Caller.OFFICE.account,
                                "/api/v1/applications/" + permit.number() + "/timeline"));
        world.put("position", story.at("/rows/0/position").asText());
        for (Caller caller : Caller.values()) {
            String bearer = desk.headers(caller.account).getFirst(HttpHeaders.AUTHORIZATION);
            tokens.put(caller, bearer == null ? "" : bearer);
        }
    }

    private record Endpoint(String method, String pattern) implements Comparable<Endpoint> {
        boolean reads() {
            return method.equals("GET");
        }

        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** {@code reads} is false where there is nothing to read in this world. */
    private record Rule(Set<Caller> may, boolean reads, boolean shapeFirst) {}

    @Test
    void every_endpoint_lets_in_whom_the_matrix_names_and_nobody_else() throws Exception {
        Map<String, Rule> rules = rules();
        List<String> wrong = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        StringBuilder seen = new StringBuilder();
        for (Endpoint endpoint : endpoints()) {
            asked.add(endpoint.toString());
            Rule rule = rule(rules, endpoint);
            seen.append(endpoint).append(" |");
            for (Caller caller : Caller.values()) {
                boolean may = rule != null && rule.may().contains(caller);
                if (may && !endpoint.reads()) {
                    continue;
                }
                int status = ask(endpoint, caller);
                boolean in =
                        !NOT_IN.contains(status)
                                && !(rule != null && rule.shapeFirst() && SHAPE.contains(status));
                seen.append(' ').append(caller).append('=').append(status);
                if (rule == null) {
                    continue;
                }
                boolean right = may ? !rule.reads() || status >= 200 && status < 400 : !in;
                if (!right) {
                    wrong.add(endpoint + " answered " + caller + " with " + status);
                }
            }
            seen.append('\n');
            if (rule == null) {
                wrong.add(endpoint + " is not in " + MATRIX);
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/access-matrix.txt"), seen.toString());
        assertThat(wrong).as("see also target/access-matrix.txt").isEmpty();
        assertThat(rules.keySet())
                .filteredOn(name -> !name.startsWith(AREA))
                .as("name no endpoint that is gone")
                .isSubsetOf(asked);
        assertThat(asked).hasSizeGreaterThan(150);
    }

    /** Its own, or that of the smallest part of the house in which it is; null for none. */
    private static @Nullable Rule rule(Map<String, Rule> rules, Endpoint endpoint) {
        Rule own = rules.get(endpoint.toString());
        if (own != null) {
            return own;
        }
        return rules.keySet().stream()
                .filter(name -> name.startsWith(AREA))
                .filter(name -> (endpoint.pattern() + "/").startsWith(prefix(name)))
                .max(Comparator.comparing(String::length))
                .map(rules::get)
                .map(area -> new Rule(area.may(), false, true))
                .orElse(null);
    }

    /** Of {@code * /audit/**}: {@code /audit/}. */
    private static String prefix(String area) {
        return area.substring(AREA.length(), area.length() - 2);
    }

    private static Map<String, Rule> rules() throws IOException {
        Map<String, Rule> rules = new TreeMap<>();
        for (String line : Files.readAllLines(MATRIX)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" \\| ", 2);
            Set<Caller> may = EnumSet.noneOf(Caller.class);
            boolean reads = true;
            boolean shapeFirst = false;
            for (String word : parts[1].strip().split(" ")) {
                if (word.equals("(nothing-there)")) {
                    reads = false;
                } else if (word.equals("(shape-first)")) {
                    shapeFirst = true;
                } else if (GROUPS.containsKey(word)) {
                    may.addAll(GROUPS.get(word));
                } else {
                    may.add(Caller.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
                }
            }
            rules.put(parts[0], new Rule(may, reads, shapeFirst));
        }
        return rules;
    }

    private Set<Endpoint> endpoints() {
        Set<Endpoint> endpoints = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    methods.forEach(it -> endpoints.add(new Endpoint(it.name(), pattern)));
                }
            }
        }
        return endpoints;
    }

    /** 401 also where a page leads to the log-in, 204 where a list holds nothing. */
    private int ask(Endpoint endpoint, Caller caller) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:"
                                        + port
                                        + path(endpoint.pattern())
                                        + query(endpoint)));
        if (!tokens.get(caller).isEmpty()) {
            request.header("Authorization", tokens.get(caller));
        }
        boolean api = endpoint.pattern().startsWith("/api/");
        if (endpoint.reads()) {
            request.GET();
        } else {
            request.header(
                            "Content-Type",
                            api ? "application/json" : "application/x-www-form-urlencoded")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(
                            endpoint.method(),
                            BodyPublishers.ofString(api ? body(endpoint.pattern()) : ""));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        String leadsTo = answer.headers().firstValue("Location").orElse("");
        if (leadsTo.startsWith("/sign-in?")) {
            return 401;
        }
        return EMPTY.contains(answer.body()) ? 204 : answer.statusCode();
    }

    private String query(Endpoint endpoint) {
        String query = QUERIES.getOrDefault(endpoint.toString(), "");
        if (query.equals("?number=")) {
            return query + world.get("number");
        }
        return query.equals("?position=") ? query + world.get("position") : query;
    }

    private static String body(String pattern) {
        return BODIES.entrySet().stream()
                .filter(it -> pattern.endsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
    }

    private String path(String pattern) {
        String path =
                Arrays.stream(pattern.split("/"))
                        .map(part -> part.startsWith("{") ? value(pattern, part) : part)
                        .collect(Collectors.joining("/"));
        return path.isEmpty() ? "/" : path;
    }

    private String value(String pattern, String part) {
        String name = part.replaceAll("[{}]|:.*", "");
        return switch (name) {
            case "number" -> world.get("number");
            case "id" -> pattern.contains("/tasks/") ? world.get("task") : world.get("paper");
            case "service" -> "residence-permit";
            case "field" -> "roster";
            case "year" -> "2026";
            case "round" -> "round:440100:2026";
            case "account" -> "tianhe-town-2";
            case "act" -> part.contains(":") ? part.replaceAll("[{}]|act:|\\|.*", "") : "none";
            case "what" -> "claim";
            case "position" -> "1";
            default -> "none";
        };
    }

    @Test
    void would_tell_an_endpoint_that_nobody_stated_anything_of() throws Exception {
        assertThat(rule(rules(), new Endpoint("GET", "/api/v1/brand-new"))).isNull();
        assertThat(rule(rules(), new Endpoint("GET", "/auditing"))).isNull();
        assertThat(rules()).containsKey("GET /api/v1/applications/{number}/file");
    }
}
