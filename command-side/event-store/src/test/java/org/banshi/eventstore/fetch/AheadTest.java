package org.banshi.eventstore.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AheadTest {

    @Test
    void hands_out_every_piece_in_order_and_then_the_end() {
        Iterator<String> source = List.of("a", "b", "c").iterator();
        try (Ahead<String, RuntimeException> ahead =
                new Ahead<>("test-ahead", 1, () -> source.hasNext() ? source.next() : null)) {
            assertThat(ahead.next()).isEqualTo("a");
            assertThat(ahead.next()).isEqualTo("b");
            assertThat(ahead.next()).isEqualTo("c");
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void fails_with_what_fetching_failed_with_after_the_pieces_before_it() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (Ahead<String, IOException> ahead =
                new Ahead<>(
                        "test-ahead",
                        2,
                        () -> {
                            if (asked.incrementAndGet() == 2) {
                                throw new IOException("torn");
                            }
                            return "a";
                        })) {
            assertThat(ahead.next()).isEqualTo("a");
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("torn");
        }
    }

    @Test
    void fetches_no_more_than_may_wait_and_ends_when_it_is_closed() throws InterruptedException {
        AtomicInteger fetched = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        try (Ahead<Integer, RuntimeException> ahead =
                new Ahead<>(
                        "test-ahead",
                        2,
                        () -> {
                            full.countDown();
                            return fetched.incrementAndGet();
                        })) {
            full.await();
            assertThat(ahead.next()).isEqualTo(1);
        }
        assertThat(fetched).hasValueLessThanOrEqualTo(4);
    }
}
