package org.banshi.app.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.banshi.app.outbound.Outbound;
import org.banshi.app.outbound.OutboundSettings;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.delivery.MessengerMissingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessengersTest {

    private static final MessagePort OUTBOX =
            (delivery, channel, address, subject, text) -> "outbox:" + delivery;

    private final AtomicReference<String> answer = new AtomicReference<>("{}");
    private final List<String> asked = new CopyOnWriteArrayList<>();
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
                    asked.add(
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Idempotency-Key")
                                    + " "
                                    + body);
                    byte[] told = answer.get().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(
                            answer.get().startsWith("{") ? 200 : 500, told.length);
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
    void outside_a_demo_nothing_is_taken_for_sent_and_the_start_says_so() {
        MessageSettings none = settings(null);

        assertThatThrownBy(() -> send(Messengers.of(none, outbound(false), false, OUTBOX)))
                .isInstanceOf(MessengerMissingException.class);
        assertThat(Messengers.notices(none, false))
                .singleElement()
                .asString()
                .contains("BANSHI_MESSAGES_ADDRESS");
        assertThat(Messengers.notices(settings(here()), false)).isEmpty();
        assertThat(Messengers.notices(none, true)).isEmpty();
        assertThat(send(Messengers.of(none, outbound(true), true, OUTBOX))).isEqualTo("outbox:d-1");
    }

    @Test
    void hands_a_message_to_the_one_that_is_configured_and_keeps_its_reference() {
        answer.set("{\"reference\":\"m-77\"}");

        assertThat(send(configured(true))).isEqualTo("town-gateway:m-77");
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/messages Bearer the-key d-1 ")
                .contains("\"channel\":\"TEXT_MESSAGE\"", "\"to\":\"13800000001\"");
    }

    @Test
    void what_was_not_taken_is_not_sent() {
        for (String nothing : List.of("{}", "{\"reference\":\"a b\"}", "down 13800000001")) {
            answer.set(nothing);
            assertThatThrownBy(() -> send(configured(true)))
                    .as(nothing)
                    .isInstanceOf(MessageNotTakenException.class)
                    .hasMessageNotContaining("13800000001");
        }
        asked.clear();
        assertThatThrownBy(() -> send(configured(false)))
                .as("on an inner network, outside a demo")
                .isInstanceOf(MessageNotTakenException.class);
        assertThat(asked).isEmpty();
    }

    private static String send(MessagePort messages) {
        return messages.send("d-1", DeliveryChannel.TEXT_MESSAGE, "13800000001", "subject", "text");
    }

    private MessagePort configured(boolean demo) {
        return Messengers.of(settings(here()), outbound(demo), demo, OUTBOX);
    }

    private String here() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static MessageSettings settings(@Nullable String address) {
        return new MessageSettings(
                "town-gateway", address == null ? null : URI.create(address), "the-key");
    }

    private static Outbound outbound(boolean demo) {
        return new Outbound(
                new OutboundSettings(
                        Set.of(), Duration.ofSeconds(2), Duration.ofSeconds(5), 10_000),
                demo);
    }
}
