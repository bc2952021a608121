package org.banshi.process.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banshi.process.version.VersionMoves.Row;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

class TurnsTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void a_case_that_can_be_neither_moved_nor_kept_nor_put_off_holds_up_no_other() {
        take(Set.of("move a", "keep a", "again a"), row("a", Turns.ATTEMPTS), row("b", 1));

        assertThat(done).containsExactly("move a", "keep a", "again a", "move b");
    }

    @Test
    void is_put_off_until_it_was_tried_often_enough_and_then_stays() {
        take(Set.of("move a"), row("a", Turns.ATTEMPTS - 1));
        take(Set.of("move a"), row("a", Turns.ATTEMPTS));

        assertThat(done).containsExactly("move a", "again a", "move a", "keep a");
    }

    @Test
    void is_put_off_as_often_as_others_are_quicker() {
        Turns.each(
                List.of(row("a", Turns.ATTEMPTS)),
                new Told(Set.of("move a"), new ConcurrencyFailureException("quicker")));

        assertThat(done).containsExactly("move a", "again a");
    }

    @Test
    void comes_back_later_each_time() {
        assertThat(List.of(1, 2, 5, 11, 1_000_000))
                .map(attempts -> VersionMoves.pauseAfter(attempts).toSeconds())
                .containsExactly(1L, 2L, 16L, 1024L, 1024L);
    }

    private void take(Set<String> failing, Row... rows) {
        Turns.each(List.of(rows), new Told(failing, new IllegalStateException("broken")));
    }

    private static Row row(String application, int attempts) {
        return new Row("stall", 2, application, attempts);
    }

    private final class Told implements Turns.Acts {

        private final Set<String> failing;
        private final RuntimeException failure;

        Told(Set<String> failing, RuntimeException failure) {
            this.failing = failing;
            this.failure = failure;
        }

        @Override
        public void move(Row row) {
            tell("move " + row.application());
        }

        @Override
        public void keep(Row row) {
            tell("keep " + row.application());
        }

        @Override
        public void again(Row row) {
            tell("again " + row.application());
        }

        private void tell(String act) {
            done.add(act);
            if (failing.contains(act)) {
                throw failure;
            }
        }
    }
}
