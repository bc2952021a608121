package org.banshi.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.servlet.ServletRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlainParametersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/cases");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void counts_the_end_of_a_line_once_as_browsers_do() throws Exception {
        request.addParameter("reason", "一行\r\n又一行", "末行\n");

        new PlainParameters().doFilter(request, response, chain);

        ServletRequest plain = Objects.requireNonNull(chain.getRequest());
        assertThat(plain.getParameter("reason")).isEqualTo("一行\n又一行").hasSize(6);
        assertThat(plain.getParameterValues("reason")).containsExactly("一行\n又一行", "末行\n");
        assertThat(plain.getParameterMap())
                .containsExactly(entry("reason", new String[] {"一行\n又一行", "末行\n"}));
        assertThat(plain.getParameter("other")).isNull();
        assertThat(plain.getParameterValues("other")).isNull();
    }

    @Test
    void refuses_what_the_database_cannot_keep() throws Exception {
        request.addParameter("reason", "a\0b");

        new PlainParameters().doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(chain.getRequest()).isNull();
    }
}
