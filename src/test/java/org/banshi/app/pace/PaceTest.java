package org.banshi.app.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.banshi.app.pace.Pace.Limit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Limit THREE = new Limit(3, Duration.ofSeconds(10));

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Pace pace = new Pace(nanos::get);

    @Test
    void lets_a_burst_pass_and_tells_the_next_how_long_to_wait() {
        for (int i = 0; i < 3; i++) {
            pace.count("li", THREE);
        }

        assertThatExceptionOfType(TooFastException.class)
                .isThrownBy(() -> pace.count("li", THREE))
                .satisfies(
                        tooFast -> assertThat(tooFast.waitFor()).isEqualTo(Duration.ofSeconds(10)));
        assertThatNoException().isThrownBy(() -> pace.count("chen", THREE));
    }

    @Test
    void allows_one_more_after_each_wait_and_does_not_count_what_it_refused() {
        for (int i = 0; i < 3; i++) {
            pace.count("li", THREE);
        }
        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(TooFastException.class)
                    .isThrownBy(() -> pace.count("li", THREE));
        }

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThatNoException().isThrownBy(() -> pace.count("li", THREE));
        assertThatExceptionOfType(TooFastException.class).isThrownBy(() -> pace.count("li", THREE));
    }
}
