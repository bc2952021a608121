package org.banshi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.platform.StartUpException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.embedded.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

class StartFailuresTest {

    @Test
    void finds_the_one_line_wherever_it_is() {
        StartUpException line = new StartUpException("the keys are somebody else's");

        assertThat(StartFailures.of(new BeanCreationException("keyVault", "failed", line)))
                .containsSame(line);
    }

    @Test
    void names_a_port_that_was_taken_since_it_was_looked_at() {
        assertThat(StartFailures.of(new PortInUseException(8080)))
                .hasValueSatisfying(line -> assertThat(line).hasMessageContaining("port 8080"));
        assertThat(
                        StartFailures.of(
                                new IllegalStateException(new ConnectorStartFailedException(8080))))
                .hasValueSatisfying(line -> assertThat(line).hasMessageContaining("port 8080"));
    }

    @Test
    void leaves_to_spring_what_nobody_foresaw() {
        assertThat(StartFailures.of(new IllegalStateException("bug"))).isEmpty();
    }
}
