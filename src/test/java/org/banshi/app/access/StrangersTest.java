package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersTest {

    private static final Instant NINE = Instant.parse("2026-09-14T09:00:30Z");

    private final Strangers strangers = new Strangers();

    @Test
    void tells_each_network_once_when_its_minute_is_over() {
        for (int i = 0; i < 1_000; i++) {
            strangers.count("198.51.100." + i % 200, NINE);
        }
        strangers.count("203.0.113.7", NINE);
        strangers.count("2001:db8:1:2::9", NINE);
        strangers.count("203.0.113.7", NINE.plusSeconds(60));

        assertThat(strangers.before(NINE)).isEmpty();
        assertThat(told(strangers.before(NINE.plusSeconds(30))))
                .containsExactly(
                        "198.51.100.0/24 1000 refusals",
                        "2001:db8:1::/48 1 refusal",
                        "203.0.113.0/24 1 refusal");
        assertThat(strangers.before(NINE.plusSeconds(30))).isEmpty();
        assertThat(told(strangers.all())).containsExactly("203.0.113.0/24 1 refusal");
    }

    @Test
    void writes_a_bounded_number_of_lines_however_many_networks_ask() {
        for (int i = 0; i < 2_000; i++) {
            strangers.count("10." + i / 250 + "." + i % 250 + ".1", NINE);
        }

        List<Access> lines = strangers.all();

        assertThat(lines).hasSize(501);
        assertThat(told(lines)).contains("other networks 1500 refusals");
    }

    private static List<String> told(List<Access> lines) {
        return lines.stream().map(it -> it.object() + " " + it.operation()).toList();
    }
}
