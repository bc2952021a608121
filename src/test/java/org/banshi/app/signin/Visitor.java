package org.banshi.app.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window: keeps cookies, fills the form of the page it sees. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;
    private String csrf = "";

    public Visitor(int port) {
        server = "http://localhost:" + port;
    }

    /** What a page answered, and where it leads. */
    public record Page(int status, String text, String leadsTo) {}

    public Page open(String path) {
        return send(request(path).GET().build());
    }

    public Page send(String path, Map<String, String> fields) {
        return send(path, fields, Map.of());
    }

    /**
     * The same with headers of a browser.
     *
     * @param fields with {@code _csrf} where it is another than that of the last page
     */
    public Page send(String path, Map<String, String> fields, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("_csrf", csrf);
        String body =
                all.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder form =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(form::header);
        return send(form.build());
    }

    /** Logs in, and opens the page that it leads to, whose form can then be sent. */
    public Page signIn(String account, String password) {
        open("/sign-in?lang=en");
        Page entered = send("/sign-in", Map.of("account", account, "password", password));
        return entered.leadsTo().isEmpty() ? entered : open(entered.leadsTo());
    }

    /** For how long the browser keeps the cookie of this name, which is there. */
    Duration keeps(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> Duration.ofSeconds(cookie.getMaxAge()))
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            Matcher matcher = CSRF.matcher(answer.body());
            if (matcher.find()) {
                csrf = matcher.group(1);
            }
            return new Page(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers()
                            .firstValue("Location")
                            .or(() -> answer.headers().firstValue("HX-Redirect"))
                            .orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
