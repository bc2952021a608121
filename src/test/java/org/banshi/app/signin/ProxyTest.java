package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.PaceSettings;
import org.banshi.app.platform.ProxySettings;
import org.banshi.app.platform.ProxyWiring;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A server behind a proxy, which this machine is: whose word on address and TLS counts. */
class ProxyTest {

    private static final String HSTS = "Strict-Transport-Security";
    private static final Map<String, String> BY_TLS =
            Map.of(
                    "X-Forwarded-For", "203.0.113.9",
                    "X-Forwarded-Proto", "https",
                    "X-Forwarded-Host", "banshi.example.org");
    private static final String HERE = "127.0.0.1 false http://localhost:";

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({ProxyWiring.class, Told.class})
    @EnableConfigurationProperties(ProxySettings.class)
    @EnableWebSecurity
    static class Behind {

        @Bean
        SecurityFilterChain chain(HttpSecurity security) throws Exception {
            PaceSettings one =
                    new PaceSettings(
                            1,
                            Duration.ofHours(1),
                            1,
                            Duration.ofHours(1),
                            100,
                            Duration.ofHours(1),
                            1,
                            Duration.ofHours(1));
            return security.headers(SignInWiring::headers)
                    .csrf(AbstractHttpConfigurer::disable)
                    .addFilterAfter(
                            new PaceFilter(
                                    new Pace(() -> 0),
                                    one,
                                    (request, response, handler, failure) -> null),
                            CsrfFilter.class)
                    .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                    .build();
        }
    }

    /** What the application believes. */
    @RestController
    static class Told {

        @RequestMapping("/told")
        String told(HttpServletRequest request) {
            return request.getRemoteAddr()
                    + " "
                    + request.isSecure()
                    + " "
                    + ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path("/progress")
                            .toUriString();
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void believes_a_proxy_that_is_named_about_address_tls_and_links() throws Exception {
        start("native", "127.0.0.1");

        HttpResponse<String> answer = get(BY_TLS);

        assertThat(answer.body()).isEqualTo("203.0.113.9 true https://banshi.example.org/progress");
        assertThat(answer.headers().firstValue(HSTS).orElse("")).contains("max-age=31536000");
        assertThat(get(Map.of()).headers().firstValue(HSTS)).as("by no TLS").isEmpty();
    }

    @Test
    void takes_the_address_that_the_proxy_saw_and_none_that_the_client_made_up() throws Exception {
        start("native", "127.0.0.1");

        assertThat(from("198.51.100.1, 203.0.113.9").body()).startsWith("203.0.113.9 ");
        assertThat(from("198.51.100.1, 10.5.5.5").body())
                .as("somebody on the inner network")
                .startsWith("10.5.5.5 ");
        assertThat(get(Map.of("Forwarded", "for=198.51.100.1;proto=https")).body())
                .as("a header that the proxy may hand on as it came")
                .startsWith(HERE);
    }

    @Test
    void slows_down_addresses_and_not_the_proxy() throws Exception {
        start("native", "127.0.0.1");

        assertThat(post("203.0.113.9")).isEqualTo(200);
        assertThat(post("203.0.113.9")).isEqualTo(429);
        assertThat(post("198.51.100.1, 203.0.113.9")).as("made up").isEqualTo(429);
        assertThat(post("203.0.113.10")).isEqualTo(200);
    }

    @Test
    void believes_nobody_who_is_not_named() throws Exception {
        start("native", "192.0.2.7,192.0.2.8");

        HttpResponse<String> answer = get(BY_TLS);

        assertThat(answer.body()).startsWith(HERE);
        assertThat(answer.headers().firstValue(HSTS)).isEmpty();
    }

    @Test
    void believes_nobody_unless_told_to_and_then_private_networks() throws Exception {
        start("none", null);
        assertThat(get(BY_TLS).body()).startsWith(HERE);
        stop();

        start("native", null);
        assertThat(get(BY_TLS).body()).startsWith("203.0.113.9 true ");
    }

    @Test
    void does_not_start_where_everybody_would_be_believed() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start("framework", null))
                .withRootCauseInstanceOf(StartUpException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "proxy.example.org", "cafe", "10.0.0.5;10.0.0.6"})
    void does_not_start_with_what_is_no_address(String named) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start("native", named))
                .withStackTraceContaining(StartUpException.class.getName())
                .withStackTraceContaining("no networks: " + named);
    }

    @Test
    void does_not_start_with_proxies_that_nobody_is_told_to_believe() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start("none", "127.0.0.1"))
                .havingRootCause()
                .isInstanceOf(StartUpException.class);
    }

    @Test
    void knows_an_address_however_it_is_written() throws Exception {
        start("native", "127.0.0.1,::1");

        assertThat(get(BY_TLS).body()).startsWith("203.0.113.9 true ");
    }

    /** By the variables of the environment, as installations do. */
    private void start(String proxy, @Nullable String addresses) {
        Map<String, Object> variables = new HashMap<>(Map.of("BANSHI_PROXY", proxy));
        if (addresses != null) {
            variables.put("BANSHI_PROXY_ADDRESSES", addresses);
        }
        StandardServletEnvironment environment = new StandardServletEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        server =
                new SpringApplicationBuilder(Behind.class)
                        .environment(environment)
                        .run("--server.port=0");
    }

    private HttpResponse<String> from(String forwarded) throws Exception {
        return get(Map.of("X-Forwarded-For", forwarded));
    }

    private HttpResponse<String> get(Map<String, String> headers) throws Exception {
        return send(headers, "GET");
    }

    private int post(String forwarded) throws Exception {
        return send(Map.of("X-Forwarded-For", forwarded), "POST").statusCode();
    }

    private HttpResponse<String> send(Map<String, String> headers, String method) throws Exception {
        String port = String.valueOf(server.getEnvironment().getProperty("local.server.port"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/told"))
                        .method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
