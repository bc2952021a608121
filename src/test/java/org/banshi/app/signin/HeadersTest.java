package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer tells the browser, whoever asks for whatever page there is. */
@BanshiTest
class HeadersTest {

    private final TestRestTemplate http;
    private final List<RequestMappingHandlerMapping> mappings;
    private final Desk desk;

    @Autowired
    HeadersTest(TestRestTemplate http, List<RequestMappingHandlerMapping> mappings) {
        this.http =
                http.withRequestFactorySettings(
                        ClientHttpRequestFactorySettings.defaults()
                                .withRedirects(Redirects.DONT_FOLLOW));
        this.mappings = mappings;
        this.desk = new Desk(http);
    }

    @Test
    void protect_every_page_and_answer() {
        Set<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(100).contains("/", "/acting", "/work/citizens");

        for (String page : pages) {
            HttpHeaders headers =
                    http.exchange(page, HttpMethod.GET, HttpEntity.EMPTY, byte[].class)
                            .getHeaders();
            assertThat(headers.getFirst("Content-Security-Policy"))
                    .as(page)
                    .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.getFirst("X-Content-Type-Options")).as(page).isEqualTo("nosniff");
            assertThat(headers.getFirst("X-Frame-Options")).as(page).isEqualTo("DENY");
            assertThat(headers.getFirst("Referrer-Policy")).as(page).isEqualTo("no-referrer");
            assertThat(headers.getFirst("Cache-Control")).as(page).contains("no-store");
            assertThat(headers.getFirst("Server")).as(page).isNull();
        }
    }

    /** What somebody sent is shown, never run, and called as nobody chose. */
    @Test
    void lock_papers_of_others_into_a_sandbox() {
        String id = desk.paper("citizen-000903", "identity-card").get("id");

        ResponseEntity<byte[]> paper =
                http.exchange(
                        "/api/v1/materials/" + id,
                        HttpMethod.GET,
                        new HttpEntity<>(desk.headers("citizen-000903")),
                        byte[].class);

        assertThat(paper.getBody()).startsWith('%', 'P', 'D', 'F');
        HttpHeaders headers = paper.getHeaders();
        assertThat(headers.get("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(headers.get("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(headers.getFirst("Content-Disposition"))
                .contains("filename=\"" + id.substring(0, 8) + ".pdf\"");
        assertThat(headers.getFirst("Cache-Control")).contains("no-store");
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>(Set.of("/no-such-page", "/api/v1/no-such-thing"));
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(
                            info -> {
                                Set<RequestMethod> methods =
                                        info.getMethodsCondition().getMethods();
                                if (methods.contains(RequestMethod.GET)) {
                                    info.getPatternValues()
                                            .forEach(
                                                    pattern ->
                                                            pages.add(
                                                                    pattern.replaceAll(
                                                                            "\\{[^}]*}", "x")));
                                }
                            });
        }
        return pages;
    }
}
