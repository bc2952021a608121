package org.banshi.eventstore.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.claim.Claim;
import org.banshi.eventstore.DiaryEvent;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {

    private static final Claim TITLE = new Claim("title", "t");

    private final List<Recorded> log = new ArrayList<>();

    private void add(DiaryEvent event) {
        log.add(
                new Recorded(
                        log.size() + 1,
                        "diary",
                        event.diary(),
                        0,
                        Node.WHEN,
                        "diary.any",
                        event,
                        Node.STAMP,
                        Map.of()));
    }

    @Test
    void takes_a_claim_that_changes_hands_once_it_is_free() {
        add(Node.begun("a", "t"));
        add(Node.closed("a", Claim.EVERY));
        add(Node.begun("b", "t"));

        assertThat(ClaimCheck.violations(Node.TITLES, log, Map.of(TITLE, "b"))).isEmpty();
    }

    @Test
    void finds_a_claim_with_two_holders() {
        add(Node.begun("a", "t"));
        add(Node.closed("b", "t"));
        add(Node.begun("b", "t"));

        assertThat(ClaimCheck.violations(Node.TITLES, log, Map.of(TITLE, "b")))
                .containsExactly("claim title was taken at 3 although stream a held it");
    }

    @Test
    void finds_a_table_that_says_otherwise() {
        add(Node.begun("a", "t"));

        assertThat(ClaimCheck.violations(Node.TITLES, log, Map.of(TITLE, "b")))
                .containsExactly(
                        "by the log 1 claims are held, by their table 1, and not the same");
        assertThat(ClaimCheck.violations(Node.TITLES, log, Map.of())).hasSize(1);
    }
}
