package org.banshi.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.Launch;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.LogPositions;
import org.banshi.query.contract.page.Views;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Where does my case stand? Asked over HTTP by people who are logged in, each for one of very many
 * cases of theirs; beside an endpoint behind the same filters that always answers the same, and
 * beside reading the row over JDBC.
 */
final class ProgressFigures implements AutoCloseable {

    private static final int CALLERS = 16;

    /** Rows of each caller. */
    private static final int CASES = 10_000;

    private static final String CONSTANT = "/api/v1/applications/constant/progress";

    private final Launch.Running running;
    private final JdbcTemplate jdbc;
    private final int port;
    private final List<HttpCaller> callers = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    ProgressFigures(Path scratch) throws Exception {
        // A caller keeps its connection, however often it asks.
        running =
                Launch.scratch(
                        scratch,
                        Map.of(
                                "logging.level.root", "ERROR",
                                "server.tomcat.max-keep-alive-requests", "-1"));
        ConfigurableApplicationContext context = running.context();
        jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .registerMapping(
                        RequestMappingInfo.paths(CONSTANT).methods(RequestMethod.GET).build(),
                        new Constant(),
                        Constant.class.getDeclaredMethod("answer"));
        for (int i = 0; i < CALLERS; i++) {
            String account = "citizen-%06d".formatted(i + 1);
            callers.add(new HttpCaller(port, token(account)));
            numbers.add(file(account));
        }
        LogPositions positions = context.getBean(LogPositions.class);
        if (!positions.await(Views.PROGRESS, positions.head(), Duration.ofMinutes(1))) {
            throw new IllegalStateException("the cases never arrived");
        }
        jdbc.update(
                """
                INSERT INTO progress (number, application, person, region, offices, applied_at,
                    version, code_hash, page, sealed, fold)
                SELECT number || '-' || n, application || '-' || n, person, region, offices,
                    applied_at, version, code_hash, page, sealed, fold
                FROM progress, generate_series(0, ?) n WHERE number LIKE 'BENCH-%'
                """,
                CASES - 1);
        jdbc.execute("VACUUM ANALYZE progress");
    }

    /** Answers what is known beforehand. */
    static final class Constant {

        /** The same for everybody. */
        @ResponseBody
        public Map<String, String> answer() {
            return Map.of("answer", "constant");
        }
    }

    /** The lines of the figures. */
    List<String> measure(Duel.Plan plan) throws Exception {
        Workload queries =
                caller -> {
                    callers.get(caller).get("/api/v1/applications/" + any(caller) + "/progress");
                    return 1;
                };
        Workload constant =
                caller -> {
                    callers.get(caller).get(CONSTANT);
                    return 1;
                };
        Workload select =
                caller -> {
                    jdbc.queryForObject(
                            "SELECT page FROM progress WHERE number = ?",
                            String.class,
                            any(caller));
                    return 1;
                };
        String name = "progress-queries-" + CALLERS;
        return List.of(
                new Duel(name, "per-s", CALLERS, queries, "constant-endpoint", constant)
                        .measure(plan),
                new Duel(name, "per-s", CALLERS, queries, "single-row-select", select)
                        .measure(plan));
    }

    private String any(int caller) {
        return numbers.get(caller) + "-" + ThreadLocalRandom.current().nextInt(CASES);
    }

    private String token(String account) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        String body =
                json.writeValueAsString(Map.of("account", account, "password", "banshi-demo"));
        JsonNode session =
                json.readTree(
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                "http://127.0.0.1:"
                                                                        + port
                                                                        + "/api/v1/sessions"))
                                                .header("Content-Type", "application/json")
                                                .POST(BodyPublishers.ofString(body))
                                                .build(),
                                        BodyHandlers.ofString())
                                .body());
        return session.path("token").asText();
    }

    private String file(String account) {
        ConfigurableApplicationContext context = running.context();
        ServiceDefinition service =
                context.getBean(Catalogue.class).current("residence-permit").orElseThrow();
        PersonId person =
                new PersonId(
                        jdbc.queryForObject(
                                "SELECT person FROM account WHERE account = ?",
                                String.class,
                                account));
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        String number = "BENCH-" + application.value();
        context.getBean(CommandGateway.class)
                .sendAndWait(
                        new ApplicationCommand.Apply(
                                application,
                                number,
                                service.version(),
                                new RegionCode("440106"),
                                person,
                                new Applicant("李梅", "440106190503120625", "13800000000", null),
                                new FormData(
                                        Map.of(
                                                "applyFor", "self",
                                                "address", "演示地址 2 号",
                                                "registeredOn", "2026-01-05",
                                                "ground", "work",
                                                "exception", "none",
                                                "way", "window",
                                                "promise", true)),
                                List.of(paper("identity-card"), paper("photo")),
                                Channel.WAP,
                                "BENCH000",
                                new Stamp(
                                        context.getBean(BusinessClock.class).now(),
                                        Actor.citizen(account, person))));
        return number;
    }

    private static Material paper(String code) {
        return new Material(
                UUID.randomUUID().toString(), code, "0".repeat(64), "application/pdf", 1);
    }

    @Override
    public void close() throws IOException {
        for (HttpCaller caller : callers) {
            caller.close();
        }
        running.close();
    }
}
