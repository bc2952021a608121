package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.banshi.app.AppTables;
import org.junit.jupiter.api.Test;

/** Who guesses is slowed down, and holds nobody else up. */
class AttemptsTest {

    private static final String WHO = "wang-an";
    private static final String WHERE = "192.0.2.1";

    private final AppTables tables = AppTables.fresh();
    private final Attempts attempts =
            new Attempts(tables.jdbc(), tables.personal(), Duration.ofMinutes(1));

    @Test
    void what_was_right_without_proving_anything_forgets_no_failure() {
        for (int i = 1; i < Attempts.FREE; i++) {
            attempts.begin(WHO, WHERE);
            attempts.failed(WHO, WHERE);
            attempts.begin(WHO, WHERE);
            attempts.settled(WHO, WHERE);
        }
        assertThatCode(() -> attempts.begin(WHO, WHERE)).doesNotThrowAnyException();
        attempts.failed(WHO, WHERE);

        assertThatExceptionOfType(SignInRefusedException.class)
                .isThrownBy(() -> attempts.begin(WHO, WHERE));
    }

    @Test
    void counts_the_addresses_of_one_network_of_ipv6_together() {
        for (int i = 0; i < Attempts.FREE; i++) {
            attempts.begin(WHO, "2001:db8:0:7::" + i);
            attempts.failed(WHO, "2001:db8:0:7:ffff::" + i);
        }

        assertThatExceptionOfType(SignInRefusedException.class)
                .isThrownBy(() -> attempts.begin(WHO, "2001:db8:0:7:1:2:3:4"));
        assertThatCode(() -> attempts.begin(WHO, "2001:db8:0:8::1")).doesNotThrowAnyException();
    }

    @Test
    void few_wait_for_what_comes_of_those_before_and_more_are_refused_at_once() throws Exception {
        int more = 15;
        for (int i = 0; i < Attempts.FREE; i++) {
            attempts.begin(WHO, WHERE);
        }
        CountDownLatch refused = new CountDownLatch(more);
        ExecutorService threads = Executors.newFixedThreadPool(Attempts.WAITING + more);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int i = 0; i < Attempts.WAITING + more; i++) {
                outcomes.add(threads.submit(() -> comesIn(refused)));
            }
            assertThat(refused.await(30, TimeUnit.SECONDS)).as("before the wait is over").isTrue();
            for (int i = 0; i < Attempts.FREE; i++) {
                attempts.succeeded(WHO, WHERE);
            }

            int cameIn = 0;
            for (Future<Boolean> outcome : outcomes) {
                cameIn += outcome.get() ? 1 : 0;
            }
            assertThat(cameIn).isEqualTo(Attempts.WAITING);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean comesIn(CountDownLatch refused) {
        try {
            attempts.begin(WHO, WHERE);
        } catch (SignInRefusedException tooMany) {
            refused.countDown();
            return false;
        }
        attempts.succeeded(WHO, WHERE);
        return true;
    }
}
