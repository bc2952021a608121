package org.banshi.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class WebPortTest {

    @Test
    void says_that_a_port_is_taken_and_only_then() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> WebPort.require(taken.getLocalPort()))
                    .isInstanceOf(StartUpException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use");
        }
        assertThat(WebPort.refusal(80, new BindException("Permission denied")))
                .hasMessage(
                        "cannot listen on port 80 (Permission denied); set BANSHI_PORT to another");
    }
}
