package org.banshi.app.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.PostingProved;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialEvent.ObjectionRaised;
import org.banshi.command.contract.social.SocialEvent.PublicNoticeEnded;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicNoticesTest {

    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final ApplicationId ID =
            new ApplicationId("11111111-2222-3333-4444-555555555555");
    private static final PersonId PERSON = new PersonId("person-1");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 14);
    private static final LocalDate LAST = FIRST.plusDays(7);

    private final List<Recorded> story = new ArrayList<>();
    private LocalDate today = FIRST;
    private final PublicNotices notices =
            new PublicNotices(
                    number -> number.equals("1") ? Optional.of(ID) : Optional.empty(),
                    (stream, interest) -> story,
                    CATALOGUE,
                    () -> today.atTime(12, 0).atZone(Stamp.ZONE).toInstant());

    @BeforeEach
    void apply() {
        ServiceVersion service =
                CATALOGUE.current("minimum-living-allowance").orElseThrow().version();
        happened(
                new Applied(
                        ID,
                        PERSON,
                        "1",
                        service,
                        new RegionCode("440106"),
                        Channel.PC,
                        new Applicant("李梅", "440106190503120625", "13800000001", null),
                        FormData.empty(),
                        List.of(),
                        "ABCD2345"));
    }

    @Test
    void show_a_masked_name_the_family_and_the_amount_while_they_are_up() {
        happened(posted("李梅"));

        PublicNotice notice = find().orElseThrow();

        assertThat(notice.name()).isEqualTo("李*");
        assertThat(notice.familySize()).isEqualTo(3);
        assertThat(notice.amount()).isEqualByComparingTo("1314");
        assertThat(notice.until().day()).isEqualTo(LAST);
        assertThat(notice).asString().doesNotContain("李");
    }

    @Test
    void are_up_from_the_first_to_the_last_day() {
        happened(posted("李梅"));

        today = FIRST.minusDays(1);
        assertThat(find()).isEmpty();
        today = LAST;
        assertThat(find()).isPresent();
        today = LAST.plusDays(1);
        assertThat(find()).isEmpty();
    }

    @Test
    void stay_up_after_an_objection_and_come_down_with_the_case() {
        happened(posted("李梅"));
        happened(new ObjectionRaised(ID, PERSON, "不实"));
        assertThat(find()).isPresent();

        happened(new Withdrawn(ID, PERSON, null));
        assertThat(find()).isEmpty();
    }

    @Test
    void are_proved_by_photographs_that_stay_when_they_are_down() {
        NoticeProofs proofs =
                new NoticeProofs(
                        number -> number.equals("1") ? Optional.of(ID) : Optional.empty(),
                        (stream, interest) ->
                                story.stream()
                                        .filter(it -> interest.in(it.event().getClass()))
                                        .toList());
        assertThat(proofs.of("1")).isEmpty();
        assertThat(proofs.of("2")).isEmpty();
        happened(posted("李梅"));
        happened(
                new PostingProved(
                        ID,
                        PERSON,
                        new Material("photo", "posting-proof", "0", "image/png", 9),
                        "村口公告栏",
                        FIRST));
        happened(new PublicNoticeEnded(ID, PERSON));

        NoticeProofs.Posting posting = proofs.of("1").orElseThrow();

        assertThat(posting.application()).isEqualTo(ID);
        assertThat(posting.erased()).isFalse();
        assertThat(List.of(posting.from(), posting.until())).containsExactly(FIRST, LAST);
        assertThat(posting.proofs())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.paper()).isEqualTo("photo");
                            assertThat(it.place()).isEqualTo("村口公告栏");
                            assertThat(it.day()).isEqualTo(FIRST);
                        });
        happened(posted(null));
        assertThat(proofs.of("1").orElseThrow().erased()).isTrue();
    }

    @Test
    void come_down_when_they_are_ended_and_up_again_when_posted_again() {
        happened(posted("李梅"));
        happened(new PublicNoticeEnded(ID, PERSON));
        assertThat(find()).isEmpty();

        happened(posted("李梅"));
        assertThat(find()).isPresent();
    }

    @Test
    void are_of_nobody_whose_key_was_destroyed_and_of_no_unknown_number() {
        assertThat(find()).isEmpty();
        assertThat(notices.handle(new FindPublicNotice("2"))).isEmpty();

        happened(posted(null));
        assertThat(find()).isEmpty();
    }

    private Optional<PublicNotice> find() {
        return notices.handle(new FindPublicNotice("1"));
    }

    @SuppressWarnings("NullAway")
    private static PublicNoticePosted posted(@Nullable String name) {
        return new PublicNoticePosted(
                ID, PERSON, name, 3, new BigDecimal("1314.00"), FIRST, new DueDate(LAST, false));
    }

    private void happened(Event event) {
        Stored stored = event.getClass().getAnnotation(Stored.class);
        story.add(
                new Recorded(
                        story.size() + 1,
                        "application",
                        ID.value(),
                        story.size(),
                        Instant.EPOCH,
                        stored.value(),
                        event,
                        new Stamp(Instant.EPOCH, Actor.system("test")),
                        Map.of()));
    }
}
