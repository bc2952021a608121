package org.banshi.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.DiaryEvent;
import org.banshi.eventstore.Node;
import org.banshi.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Within one command the order of its events decides who may take a claim. */
class ClaimOrderTest {

    private final HikariDataSource pool = TestDatabase.fresh();
    private final Node node = new Node(pool);

    @AfterEach
    void close() {
        node.close();
        pool.close();
    }

    private void append(DiaryEvent... events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (DiaryEvent event : events) {
            long next = node.log().lastSequence(event.diary()).orElse(-1L) + 1;
            messages.add(Node.message(event.diary(), next, event));
        }
        node.store().publish(messages);
    }

    @Test
    void a_claim_given_up_earlier_in_a_command_is_free() {
        append(Node.begun("holder", "t"));

        append(Node.closed("holder", "t"), Node.begun("heir", "t"));

        assertThat(node.log().head()).isEqualTo(3);
    }

    @Test
    void a_claim_given_up_later_in_a_command_is_not_free_yet() {
        append(Node.begun("holder", "t"));

        assertThatThrownBy(() -> append(Node.begun("hasty", "t"), Node.closed("holder", "t")))
                .isInstanceOf(ClaimConflictException.class);

        assertThat(node.log().head()).isEqualTo(1);
    }

    @Test
    void a_claim_given_up_with_all_others_later_in_a_command_is_not_free_yet() {
        append(Node.begun("holder", "t"));

        assertThatThrownBy(() -> append(Node.begun("hasty", "t"), Node.closed("holder", "*")))
                .isInstanceOf(ClaimConflictException.class);

        assertThat(node.log().head()).isEqualTo(1);
    }
}
