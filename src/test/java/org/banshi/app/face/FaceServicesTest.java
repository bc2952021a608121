package org.banshi.app.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.banshi.app.face.FaceService.Asked;
import org.banshi.app.face.FaceService.Result;
import org.banshi.app.outbound.Outbound;
import org.banshi.app.outbound.OutboundSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaceServicesTest {

    private static final Asked LI =
            new Asked(
                    "李梅",
                    "440106190503120625",
                    URI.create("https://banshi.example/sign-in/face/answer"));

    private final AtomicReference<String> answer = new AtomicReference<>("{}");
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<@Nullable String> authorised = new AtomicReference<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    asked.set(exchange.getRequestURI() + " " + body);
                    authorised.set(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] told = answer.get().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, told.length);
                    exchange.getResponseBody().write(told);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void outside_a_demo_there_is_no_stand_in() {
        FaceSettings none = settings(null);

        assertThat(FaceServices.of(none, outbound(false), false)).isEmpty();
        assertThat(FaceServices.of(none, outbound(true), true))
                .get()
                .isInstanceOf(StandInFace.class);
        assertThat(FaceServices.of(settings(here()), outbound(true), true))
                .get()
                .isInstanceOf(HttpFaceService.class);
    }

    @Test
    void asks_with_name_and_number_and_leads_to_its_own_pages_only() {
        FaceService service = service(true);
        answer.set("{\"reference\":\"ref-00001\",\"page\":\"" + here() + "/p?x=1\"}");

        assertThat(service.begin(LI).page()).isEqualTo(URI.create(here() + "/p?x=1"));
        assertThat(asked.get())
                .startsWith("/verifications ")
                .contains("李梅", "440106190503120625", "/sign-in/face/answer");
        assertThat(authorised.get()).isEqualTo("Bearer the-key");
        for (String page :
                new String[] {
                    "https://evil.example/p", "javascript:alert(1)", "http://u@localhost/p", "/p"
                }) {
            answer.set("{\"reference\":\"ref-00001\",\"page\":\"" + page + "\"}");
            unavailable(() -> service.begin(LI));
        }
        answer.set("{\"reference\":\"../other\",\"page\":\"" + here() + "/p\"}");
        unavailable(() -> service.begin(LI));
    }

    @Test
    void believes_no_more_than_is_configured_and_no_half_an_answer() {
        FaceService service = service(true);
        answer.set("{\"same\":true,\"level\":5,\"at\":\"2026-09-14T01:00:00Z\"}");

        assertThat(service.result("ref-00001", "c-1"))
                .isEqualTo(new Result(true, 4, Instant.parse("2026-09-14T01:00:00Z")));
        assertThat(asked.get()).isEqualTo("/verifications/ref-00001/result {\"code\":\"c-1\"}");
        answer.set("{\"same\":true,\"level\":4}");
        unavailable(() -> service.result("ref-00001", "c-1"));
        answer.set("not JSON");
        unavailable(() -> service.result("ref-00001", "c-1"));
    }

    @Test
    void is_not_asked_on_an_inner_network_outside_a_demo() {
        unavailable(() -> service(false).begin(LI));
        assertThat(asked.get()).isEmpty();
    }

    @Test
    void the_stand_in_tells_once_and_only_whoever_has_the_code() {
        StandInFace standIn = new StandInFace();
        String reference = standIn.begin(LI).reference();
        URI back = standIn.find(reference, true).orElseThrow();
        assertThat(standIn.find(reference, true)).as("asked once").isEmpty();
        String code = back.getQuery().substring("code=".length());

        assertThat(standIn.result(reference, code).same()).isTrue();
        unavailable(() -> standIn.result(reference, code));
        String other = standIn.begin(LI).reference();
        standIn.find(other, true);
        unavailable(() -> standIn.result(other, code));
    }

    private static void unavailable(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(FaceUnavailableException.class);
    }

    private FaceService service(boolean demo) {
        return FaceServices.of(settings(here()), outbound(demo), demo).orElseThrow();
    }

    private String here() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static FaceSettings settings(@Nullable String address) {
        return new FaceSettings(
                "人脸",
                "Face",
                "face",
                address == null ? null : URI.create(address),
                "the-key",
                Set.of(),
                4);
    }

    private static Outbound outbound(boolean demo) {
        return new Outbound(
                new OutboundSettings(
                        Set.of(), Duration.ofSeconds(2), Duration.ofSeconds(5), 10_000),
                demo);
    }
}
