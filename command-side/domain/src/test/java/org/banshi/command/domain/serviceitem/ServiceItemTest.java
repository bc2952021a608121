package org.banshi.command.domain.serviceitem;

import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.banshi.command.contract.serviceitem.ServiceItemCommand.Publish;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.junit.jupiter.api.Test;

class ServiceItemTest {

    private final AggregateTestFixture<ServiceItem> fixture =
            new AggregateTestFixture<>(ServiceItem.class);

    @Test
    void counts_versions_from_one() {
        fixture.givenNoPriorActivity()
                .when(publish("aa"))
                .expectResultMessagePayload(1)
                .expectEvents(new Published("lantern-permit", 1, "aa"));
    }

    @Test
    void makes_new_content_the_next_version() {
        fixture.given(new Published("lantern-permit", 1, "aa"))
                .when(publish("bb"))
                .expectResultMessagePayload(2)
                .expectEvents(new Published("lantern-permit", 2, "bb"));
    }

    @Test
    void changes_nothing_when_the_current_content_comes_again() {
        fixture.given(new Published("lantern-permit", 1, "aa"))
                .when(publish("aa"))
                .expectResultMessagePayload(1)
                .expectNoEvents();
    }

    @Test
    void takes_older_content_back_as_a_new_version() {
        fixture.given(
                        new Published("lantern-permit", 1, "aa"),
                        new Published("lantern-permit", 2, "bb"))
                .when(publish("aa"))
                .expectEvents(new Published("lantern-permit", 3, "aa"));
    }

    private static Publish publish(String hash) {
        return new Publish("lantern-permit", hash, on("2026-09-14", PROCESS));
    }
}
