package org.banshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Fetches pages as a browser without JavaScript does, and checks what holds for all of them. */
public final class Pages {

    private static final Pattern CONTROL = Pattern.compile("<(?:input|select|textarea)\\b([^>]*)>");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    private final MockMvc mvc;

    public Pages(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** The page in Chinese, once it is known that it renders whole in English, too. */
    public String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        Cookie language = new Cookie("lang", "en");
        request.cookie(language);
        assertThat(body(request, 200)).contains("<html lang=\"en\"");
        language.setValue("zh");
        return body(request, 200);
    }

    /** The page, which answers with this status. */
    public String body(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(body).contains("<title>").doesNotContain("??").doesNotContain("style=\"");
        assertThat(body).containsOnlyOnce("<h1");
        labelled(body);
        return body;
    }

    /** Asserts that the answer sends the browser on to {@code address}. */
    public void moved(AbstractMockHttpServletRequestBuilder<?> request, String address)
            throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        assertThat(response.getHeader("Location")).isEqualTo(address);
    }

    /** Every control has a label, around it or by its id. */
    private static void labelled(String body) {
        Matcher control = CONTROL.matcher(body);
        while (control.find()) {
            String attributes = control.group(1);
            if (attributes.contains("type=\"hidden\"")) {
                continue;
            }
            Matcher id = ID.matcher(attributes);
            boolean byId = id.find() && body.contains("for=\"" + id.group(1) + "\"");
            String before = body.substring(0, control.start());
            boolean around = before.lastIndexOf("<label") > before.lastIndexOf("</label>");
            assertThat(byId || around).as("label of <%s>", attributes).isTrue();
        }
    }
}
