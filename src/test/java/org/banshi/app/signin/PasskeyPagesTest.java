package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.banshi.app.BanshiTest;
import org.banshi.app.signin.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BanshiTest
class PasskeyPagesTest {

    private static final String PASSKEYS = "/sign-in/passkeys";

    private final Visitor visitor;
    private final JdbcClient jdbc;

    @Autowired
    PasskeyPagesTest(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.visitor = new Visitor(port);
    }

    /** An unwatched desk would be somebody else's for good. */
    @Test
    void ask_staff_too_who_is_there_before_a_passkey_is_added() {
        visitor.signIn("tianhe-town-2", "banshi-demo");
        assertThat(visitor.open(PASSKEYS).status()).isEqualTo(200);
        assertThat(askNew().status()).isEqualTo(200);
        jdbc.sql("UPDATE session SET verified_at = now() - interval '31 minutes'").update();

        assertThat(visitor.open(PASSKEYS).leadsTo()).endsWith("/sign-in/verify?to=" + PASSKEYS);
        assertThat(askNew().status()).isEqualTo(422);
        assertThat(visitor.open("/work").status()).as("work goes on").isEqualTo(200);

        visitor.open("/sign-in/verify?to=" + PASSKEYS);
        visitor.send("/sign-in/verify", Map.of("password", "banshi-demo", "to", PASSKEYS));
        assertThat(askNew().status()).isEqualTo(200);
    }

    @Test
    void publishers_begin_with_a_page_that_they_may_see() {
        Page home = visitor.signIn("publisher", "banshi-demo");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.text()).contains("Items and versions");
    }

    private Page askNew() {
        return visitor.send(PASSKEYS + "/options", Map.of());
    }
}
