package org.banshi.app.face;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.app.outbound.Outbound;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A face service over HTTP, or the small adapter before one of another manner:
 *
 * <ul>
 *   <li>{@code POST <address>/verifications} with {@code name}, {@code identityNumber} and {@code
 *       returnTo} answers {@code reference} and {@code page};
 *   <li>the page sends the browser back to {@code returnTo} with {@code code} added;
 *   <li>{@code POST <address>/verifications/<reference>/result} with {@code code} answers {@code
 *       same}, {@code level} and {@code at}, once.
 * </ul>
 */
final class HttpFaceService implements FaceService {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{8,100}");

    private final FaceSettings settings;
    private final URI address;
    private final Set<String> pages;
    private final RestClient client;

    HttpFaceService(FaceSettings settings, URI address, Outbound outbound) {
        this.settings = settings;
        this.address = address;
        String host = String.valueOf(address.getHost());
        this.pages = new HashSet<>(settings.pages());
        this.pages.add(host);
        RestClient.Builder building =
                RestClient.builder().requestFactory(outbound.to(Set.of(host)));
        if (settings.key() != null) {
            building.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.key());
        }
        this.client = building.build();
    }

    @Override
    public Text title() {
        return settings.title();
    }

    @Override
    public String name() {
        return settings.name();
    }

    record Beginning(@Nullable String reference, @Nullable URI page) {}

    record Outcome(@Nullable Boolean same, @Nullable Integer level, @Nullable Instant at) {}

    @Override
    public int highest() {
        return settings.trustLevel();
    }

    @Override
    public Begun begin(Asked asked) {
        Beginning begun =
                post(
                        "/verifications",
                        Map.of(
                                "name", asked.name(),
                                "identityNumber", asked.identityNumber(),
                                "returnTo", asked.back().toString()),
                        Beginning.class);
        String reference = begun.reference();
        URI page = begun.page();
        if (reference == null || !REFERENCE.matcher(reference).matches() || !isOurs(page)) {
            throw new FaceUnavailableException("no page to go to");
        }
        return new Begun(reference, page);
    }

    @Override
    public Result result(String reference, String code) {
        Outcome outcome =
                post(
                        "/verifications/" + reference + "/result",
                        Map.of("code", code),
                        Outcome.class);
        if (outcome.same() == null || outcome.level() == null || outcome.at() == null) {
            throw new FaceUnavailableException("half an answer");
        }
        return new Result(
                outcome.same(), Math.min(outcome.level(), settings.trustLevel()), outcome.at());
    }

    /** Nobody is sent to a page that was not configured, or without TLS where there is some. */
    private boolean isOurs(@Nullable URI page) {
        return page != null
                && page.getUserInfo() == null
                && String.valueOf(address.getScheme()).equals(page.getScheme())
                && pages.contains(String.valueOf(page.getHost()));
    }

    private <T> T post(String path, Map<String, String> asked, Class<T> type) {
        try {
            T answer =
                    client.post()
                            .uri(URI.create(address.toString().replaceFirst("/$", "") + path))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(asked)
                            .retrieve()
                            .body(type);
            if (answer == null) {
                throw new FaceUnavailableException("no answer");
            }
            return answer;
        } catch (RestClientException failed) {
            // Its message can repeat what was sent; its kind says enough.
            throw new FaceUnavailableException(failed.getClass().getSimpleName());
        }
    }
}
