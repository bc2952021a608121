package org.banshi.app.messages;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.app.outbound.Outbound;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.process.delivery.MessagePort;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A messenger over HTTP, or the small adapter before one of another manner: {@code POST
 * <address>/messages} with {@code id}, {@code channel} ({@code TEXT_MESSAGE} or {@code EMAIL}),
 * {@code to}, {@code subject} and {@code text} answers {@code reference}, by which the messenger
 * can tell of it later. The same {@code id}, which also stands in {@code Idempotency-Key}, is one
 * message however often it comes.
 */
final class HttpMessenger implements MessagePort {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final String name;
    private final URI messages;
    private final RestClient client;

    HttpMessenger(MessageSettings settings, URI address, Outbound outbound) {
        name = settings.name();
        messages = URI.create(address.toString().replaceFirst("/$", "") + "/messages");
        RestClient.Builder building =
                RestClient.builder()
                        .requestFactory(outbound.to(Set.of(String.valueOf(address.getHost()))));
        if (settings.key() != null) {
            building.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.key());
        }
        client = building.build();
    }

    record Taken(@Nullable String reference) {}

    @Override
    public String send(
            String delivery, DeliveryChannel channel, String address, String subject, String text) {
        String reference = reference(delivery, channel, address, subject, text);
        if (reference == null || !REFERENCE.matcher(reference).matches()) {
            throw new MessageNotTakenException("no reference");
        }
        return name + ":" + reference;
    }

    private @Nullable String reference(
            String delivery, DeliveryChannel channel, String address, String subject, String text) {
        try {
            Taken taken =
                    client.post()
                            .uri(messages)
                            .header("Idempotency-Key", delivery)
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(
                                    Map.of(
                                            "id", delivery,
                                            "channel", channel.name(),
                                            "to", address,
                                            "subject", subject,
                                            "text", text))
                            .retrieve()
                            .body(Taken.class);
            return taken == null ? null : taken.reference();
        } catch (RestClientException failed) {
            // Its message can repeat what was sent; its kind says enough.
            throw new MessageNotTakenException(failed.getClass().getSimpleName());
        }
    }
}
