package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Sends requests that are refused, and checks what every problem tells. */
final class Refusals {

    private final MockMvc mvc;
    private final ObjectMapper json = new ObjectMapper();

    Refusals(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** The problem that the request is answered with. */
    JsonNode refused(AbstractMockHttpServletRequestBuilder<?> request, int status, String code)
            throws Exception {
        request.accept("application/json", "application/problem+json");
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        JsonNode problem = json.readTree(body);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(List.of("type", "title", "detail", "who", "next"))
                .allMatch(name -> !problem.path(name).asText().isBlank());
        // Whoever is refused for want of room is told when to come again.
        assertThat(status != 503 || response.getHeader("Retry-After") != null).isTrue();
        return problem;
    }
}
