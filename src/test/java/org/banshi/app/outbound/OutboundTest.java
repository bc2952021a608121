package org.banshi.app.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;

/** What a configured address, or whoever answers there, can make the platform ask. */
class OutboundTest {

    private static final Set<String> NOBODY = Set.of();
    private static final int MOST = 1_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private String here;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    if (path.equals("/elsewhere")) {
                        exchange.getResponseHeaders().add("Location", "/small");
                        exchange.sendResponseHeaders(302, -1);
                    } else if (path.equals("/slow")) {
                        exchange.sendResponseHeaders(200, 2);
                        exchange.getResponseBody().write('a');
                        exchange.getResponseBody().flush();
                        awaitEnd();
                    } else {
                        byte[] body = new byte[path.equals("/large") ? MOST + 1 : MOST];
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
        here = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void asks_what_is_configured_and_reads_no_more_than_it_may() throws IOException {
        assertThat(ask(real("localhost"), here + "/small")).hasSize(MOST);
        assertThatThrownBy(() -> ask(real("localhost"), here + "/large"))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessage("answers too much");
    }

    @Test
    void follows_nobody_elsewhere() {
        assertThatThrownBy(() -> ask(real("localhost"), here + "/elsewhere"))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessage("leads elsewhere");
    }

    @Test
    @Timeout(20)
    void does_not_wait_for_ever_for_the_rest_of_an_answer() {
        assertThatThrownBy(() -> ask(real("localhost"), here + "/slow"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedAddressException.class);
    }

    @Test
    void asks_no_other_host_and_hands_no_password_on() {
        refused(real("localhost"), "https://elsewhere.example/", "is not configured");
        refused(real("localhost"), "https://user:word@localhost/", "is not configured");
        refused(real("localhost"), "https://localhost.example/", "is not configured");
        refused(real("localhost"), "file:///etc/passwd", "is not configured");
        refused(outbound(NOBODY, false, "203.0.113.7"), "http://localhost/", "is not asked by TLS");
        refused(real("localhost"), "ftp://localhost/", "is not asked by TLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::ffff:127.0.0.1",
                "fe80::1",
                "fd00::1",
                "fec0::1",
                "2002:7f00:1::1",
                "2001::1",
                "64:ff9b::7f00:1",
                "::"
            })
    void outside_a_demo_asks_nothing_on_an_inner_network(String address) {
        refused(outbound(NOBODY, false, address), "https://localhost/", "is on an inner network");
        refused(
                outbound(NOBODY, false, "93.184.216.34", address),
                "https://localhost/",
                "is on an inner network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void knows_an_address_of_the_internet(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_demo_asks_its_own_machine() throws IOException {
        assertThat(ask(outbound(NOBODY, true, "127.0.0.1"), here + "/small")).hasSize(MOST);
    }

    /** A real installation that was told of a machine inside. */
    private static Outbound real(String inside) {
        return outbound(Set.of(inside), false, "127.0.0.1");
    }

    private static Outbound outbound(Set<String> inside, boolean demo, String... addresses) {
        OutboundSettings settings =
                new OutboundSettings(inside, Duration.ofSeconds(2), Duration.ofMillis(500), MOST);
        return new Outbound(
                settings,
                demo,
                name -> {
                    InetAddress[] found = new InetAddress[addresses.length];
                    for (int i = 0; i < addresses.length; i++) {
                        found[i] = InetAddress.getByName(addresses[i]);
                    }
                    return found;
                });
    }

    private void refused(Outbound outbound, String address, String why) {
        assertThatThrownBy(() -> ask(outbound, address))
                .as(address)
                .isInstanceOf(RefusedAddressException.class)
                .hasMessage(why);
    }

    private static byte[] ask(Outbound outbound, String address) throws IOException {
        try (ClientHttpResponse answer =
                outbound.to(Set.of("LocalHost"))
                        .createRequest(URI.create(address), HttpMethod.GET)
                        .execute()) {
            return answer.getBody().readAllBytes();
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
