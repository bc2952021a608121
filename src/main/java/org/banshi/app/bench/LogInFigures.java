package org.banshi.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.banshi.app.Launch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;

/**
 * Log-ins by password over HTTP as real people have them: the slow hash, the limits, the journal, a
 * session that ends the one before. Beside checking the same hash on as many threads, and nothing
 * else.
 */
final class LogInFigures implements AutoCloseable {

    private static final int CALLERS = 16;
    private static final int PEOPLE = 1_600;
    private static final String FIRST = "bench-security";

    private final Launch.Running running;
    private final String password = UUID.randomUUID().toString();
    private final String hash;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sessions;

    LogInFigures(Path scratch) {
        running =
                Launch.scratch(
                        scratch,
                        Map.of(
                                "logging.level.root",
                                "ERROR",
                                "banshi.sign-in.installation",
                                "REAL",
                                "BANSHI_FIRST_ADMIN",
                                FIRST,
                                "BANSHI_FIRST_ADMIN_PASSWORD",
                                password));
        sessions =
                URI.create(
                        "http://127.0.0.1:"
                                + running.context()
                                        .getEnvironment()
                                        .getRequiredProperty("local.server.port")
                                + "/api/v1/sessions");
        JdbcTemplate jdbc = new JdbcTemplate(running.context().getBean(DataSource.class));
        // The hash is as slow as the platform made it.
        hash =
                jdbc.queryForObject(
                        "SELECT password_hash FROM account WHERE account = ?", String.class, FIRST);
        jdbc.update(
                """
                INSERT INTO account (account, name_zh, name_en, roles, trust_level, person,
                    password_hash)
                SELECT 'bench-' || n, '', '', '{CITIZEN}', 2, gen_random_uuid()::text, ?
                FROM generate_series(0, ?) n
                """,
                hash,
                PEOPLE - 1);
    }

    /** The lines of the figures. */
    String measure(Duel.Plan plan) throws Exception {
        DelegatingPasswordEncoder bare =
                new DelegatingPasswordEncoder(
                        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
        Workload check =
                caller -> {
                    if (!bare.matches(password, hash)) {
                        throw new IllegalStateException("the password is right");
                    }
                    return 1;
                };
        return new Duel("log-ins-" + CALLERS, "per-s", CALLERS, this::logIn, "bare-hash", check)
                .measure(plan);
    }

    /** Each caller has people of its own. */
    private int logIn(int caller) throws IOException, InterruptedException {
        int share = PEOPLE / CALLERS;
        int person = caller * share + ThreadLocalRandom.current().nextInt(share);
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(sessions)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(credentials("bench-" + person)))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("a log-in was answered by " + answer.statusCode());
        }
        return 1;
    }

    private String credentials(String account) throws JsonProcessingException {
        return json.writeValueAsString(Map.of("account", account, "password", password));
    }

    @Override
    public void close() {
        running.close();
    }
}
