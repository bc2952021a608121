package org.banshi.command.domain.serviceitem;

import static org.banshi.command.domain.invented.People.on;

import java.util.Arrays;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.serviceitem.ServiceItemCommand.Discard;
import org.banshi.command.contract.serviceitem.ServiceItemCommand.Publish;
import org.banshi.command.contract.serviceitem.ServiceItemCommand.PublishUpload;
import org.banshi.command.contract.serviceitem.ServiceItemCommand.RollBack;
import org.banshi.command.contract.serviceitem.ServiceItemCommand.Upload;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.RollbackProposed;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.RolledBack;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.UploadDiscarded;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Uploaded;
import org.junit.jupiter.api.Test;

/** What publishers do with packages that were handed in, and with versions. All by Mei. */
class UploadsTest {

    private static final String ITEM = "lantern-permit";
    private static final String DAY = "2026-09-14";
    private static final Actor MEI = publisher("mei");
    private static final Actor LAN = publisher("lan");
    private static final Event FIRST = new Published(ITEM, 1, "aa");
    private static final Event HANDED_IN = new Uploaded(ITEM, "u1", "bb");
    private static final Event SECOND = new Published(ITEM, 2, "bb");

    @Test
    void makes_an_upload_the_next_version_once() {
        given(FIRST, HANDED_IN)
                .when(publish(false, MEI))
                .expectResultMessagePayload(2)
                .expectEvents(SECOND);
        refused("upload-unknown", publish(false, MEI), FIRST, HANDED_IN, SECOND);
    }

    @Test
    void takes_a_package_in_for_an_item_that_is_new() {
        fixture()
                .givenNoPriorActivity()
                .when(new Upload(ITEM, "u1", "bb", on(DAY, MEI)))
                .expectEvents(HANDED_IN);
        given(HANDED_IN).when(publish(false, MEI)).expectEvents(new Published(ITEM, 1, "bb"));
    }

    @Test
    void where_four_eyes_are_demanded_another_than_who_uploaded_publishes() {
        refused("publishing-four-eyes", publish(true, MEI), FIRST, HANDED_IN);
        given(FIRST, HANDED_IN).when(publish(true, LAN)).expectEvents(SECOND);
    }

    @Test
    void publishes_nothing_that_new_cases_begin_on_already() {
        refused("version-offered", publish(false, MEI), FIRST, new Uploaded(ITEM, "u1", "aa"));
    }

    @Test
    void puts_an_upload_away_once() {
        Discard away = new Discard(ITEM, "u1", on(DAY, MEI));
        given(FIRST, HANDED_IN).when(away).expectEvents(new UploadDiscarded(ITEM, "u1"));
        given(FIRST, HANDED_IN, new UploadDiscarded(ITEM, "u1")).when(away).expectNoEvents();
    }

    @Test
    void has_nothing_to_put_away_once_the_same_content_was_published() {
        given(FIRST, HANDED_IN, new Uploaded(ITEM, "u2", "bb"), SECOND)
                .when(new Discard(ITEM, "u2", on(DAY, MEI)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void offers_an_earlier_version_again_and_counts_on_from_the_newest() {
        given(FIRST, SECOND).when(back(1, false, MEI)).expectEvents(new RolledBack(ITEM, 1));
        given(FIRST, SECOND, new RolledBack(ITEM, 1))
                .when(new Publish(ITEM, "bb", on(DAY, MEI)))
                .expectResultMessagePayload(3)
                .expectEvents(new Published(ITEM, 3, "bb"));
        refused("version-offered", back(2, false, MEI), FIRST, SECOND);
        refused("version-unknown", back(3, false, MEI), FIRST, SECOND);
        refused("version-unknown", back(0, false, MEI), FIRST, SECOND);
    }

    @Test
    void where_four_eyes_are_demanded_one_proposes_a_roll_back_and_another_confirms() {
        Event proposed = new RollbackProposed(ITEM, 1);
        given(FIRST, SECOND).when(back(1, true, MEI)).expectEvents(proposed);
        refused("publishing-four-eyes", back(1, true, MEI), FIRST, SECOND, proposed);
        given(FIRST, SECOND, proposed)
                .when(back(1, true, LAN))
                .expectEvents(new RolledBack(ITEM, 1));
    }

    private static Actor publisher(String account) {
        return Actor.officer(account, "publishing", new RegionCode("440000"));
    }

    private static PublishUpload publish(boolean fourEyes, Actor by) {
        return new PublishUpload(ITEM, "u1", fourEyes, on(DAY, by));
    }

    private static RollBack back(int version, boolean fourEyes, Actor by) {
        return new RollBack(ITEM, version, fourEyes, on(DAY, by));
    }

    private static void refused(String code, ServiceItemCommand command, Event... story) {
        given(story)
                .when(command)
                .expectException(RefusedException.class)
                .expectExceptionMessage(code)
                .expectNoEvents();
    }

    private static AggregateTestFixture<ServiceItem> fixture() {
        return new AggregateTestFixture<>(ServiceItem.class);
    }

    private static Given given(Event... story) {
        return command ->
                fixture()
                        .given(
                                Arrays.stream(story)
                                        .map(
                                                it ->
                                                        new GenericEventMessage<>(it)
                                                                .withMetaData(
                                                                        StampMetadata.of(
                                                                                on(DAY, MEI))))
                                        .toArray())
                        .when(command);
    }

    private interface Given {
        ResultValidator<ServiceItem> when(ServiceItemCommand command);
    }
}
