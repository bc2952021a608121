package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress.Milestone;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final String ASKED = "application.register-asked";
    private static final String ANSWERED = "application.register-answered";

    private static List<String> told(String... events) {
        List<Milestone> milestones =
                IntStream.range(0, events.length)
                        .mapToObj(
                                n ->
                                        new Milestone(
                                                events[n],
                                                Text.of(events[n], events[n]),
                                                Instant.EPOCH.plusSeconds(n),
                                                null))
                        .toList();
        return Story.of(milestones).stream().map(Milestone::event).toList();
    }

    @Test
    void tells_the_newest_first() {
        assertThat(told("application.applied", "application.accepted"))
                .containsExactly("application.accepted", "application.applied");
    }

    @Test
    void tells_answers_of_other_bodies_once_and_no_question_that_was_answered() {
        assertThat(told("application.accepted", ASKED, ANSWERED, ASKED, ANSWERED))
                .containsExactly(ANSWERED, "application.accepted");
    }

    @Test
    void tells_a_question_that_is_still_open() {
        assertThat(told("application.accepted", ASKED, ANSWERED, ASKED))
                .containsExactly(ASKED, ANSWERED, "application.accepted");
    }
}
