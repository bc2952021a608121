package org.banshi.app.operation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.banshi.app.BanshiTest;
import org.banshi.app.platform.StartUpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code ./banshi rebuild} says of a running instance. */
@BanshiTest
class RebuildCommandTest {

    @LocalServerPort private int port;

    @BeforeEach
    void name_the_instance() {
        System.setProperty("banshi.port", Integer.toString(port));
    }

    @AfterEach
    void forget() {
        System.clearProperty("banshi.port");
        System.clearProperty("banshi.operator.password");
    }

    @Test
    void names_the_read_models_when_asked_for_another() {
        assertThatThrownBy(() -> new RebuildCommand().run(List.of("nonsense")))
                .isInstanceOf(StartUpException.class)
                .hasMessageStartingWith("there is no read model nonsense; there are ")
                .hasMessageContaining("progress, ")
                .hasMessageNotContaining("engine")
                .hasMessageNotContaining("{");
    }

    @Test
    void says_in_words_that_it_may_not() {
        System.setProperty("banshi.operator.password", "wrong");

        assertThatThrownBy(() -> new RebuildCommand().run(List.of("progress", "--status")))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("answered 401")
                .hasMessageNotContaining("{");
    }
}
