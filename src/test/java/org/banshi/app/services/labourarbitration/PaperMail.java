package org.banshi.app.services.labourarbitration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.letter.PdfText;
import org.banshi.app.signin.Visitor;

/** What accounts of the demo do over HTTP: taking letters, and being a company's clerk. */
final class PaperMail {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String FACTORY = "91440101MA0000A19B";

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final String base;

    PaperMail(int port) {
        this.port = port;
        this.base = "http://localhost:" + port;
    }

    /** What a letter says to whoever reads its PDF. */
    String text(String account, String path) throws IOException, InterruptedException {
        return PdfText.of(get(account, path).body());
    }

    int status(String account, String path) throws IOException, InterruptedException {
        return get(account, path).statusCode();
    }

    /** At the counter, and then by the legal representative; the answer names the appointment. */
    String registerCompanyWithClerk() throws IOException, InterruptedException {
        Visitor counter = new Visitor(port);
        counter.signIn("tianhe-town-1", "banshi-demo");
        counter.open("/work/organisations");
        counter.send(
                "/work/organisations/registration",
                Map.of(
                        "code", FACTORY,
                        "name", "广州演示灯具厂",
                        "phone", "13800000012",
                        "representativeName", "何演",
                        "representativeNumber", "440106190607020151",
                        "papers", "LICENCE"));
        Visitor representative = new Visitor(port);
        representative.signIn("he-factory", "banshi-demo");
        Matcher form =
                Pattern.compile("action=\"(/organisations/[^/\"]+/clerks)\"")
                        .matcher(representative.open("/organisations").text());
        assertThat(form.find()).isTrue();
        representative.send(
                form.group(1),
                Map.of(
                        "name", "赵宁",
                        "identityNumber", "430102190903160194",
                        "services", "labour-arbitration",
                        "acts", "ANSWER",
                        "until", "2099-12-31"));
        for (JsonNode one :
                JSON.readTree(get("zhao-ning", "/api/v1/mandates").body()).path("mandates")) {
            if (one.path("basis").asText().equals("CLERK")) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no clerk");
    }

    /** From now on letters are taken in somebody else's name. */
    void actFor(String account, String mandate) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/mandates/" + mandate + "/choice"))
                        .header("Authorization", "Bearer " + token(account))
                        .PUT(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }

    /** Tries a code that is not on the papers. */
    HttpResponse<String> guess(String account, String number)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        base
                                                + "/api/v1/applications/"
                                                + number
                                                + "/acts/arbitration.access"))
                        .header("Authorization", "Bearer " + token(account))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"data\": {\"party\": \"r1\", \"code\": \"0\"}}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String account, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token(account))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private String token(String account) throws IOException, InterruptedException {
        if (tokens.containsKey(account)) {
            return tokens.get(account);
        }
        String who = JSON.writeValueAsString(Map.of("account", account, "password", "banshi-demo"));
        HttpResponse<String> session =
                http.send(
                        HttpRequest.newBuilder(URI.create(base + "/api/v1/sessions"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(who))
                                .build(),
                        BodyHandlers.ofString());
        String token = JSON.readTree(session.body()).path("token").asText();
        tokens.put(account, token);
        return token;
    }
}
