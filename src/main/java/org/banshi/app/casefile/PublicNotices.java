package org.banshi.app.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.disability.DisabilityEvent.NoticeEnded;
import org.banshi.command.contract.disability.DisabilityEvent.NoticeObjectionResolved;
import org.banshi.command.contract.disability.DisabilityEvent.NoticePosted;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.social.SocialEvent.PublicNoticeEnded;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a public notice from its case's own events, on demand: it is in no read model, and so gone
 * as soon as its period ends.
 */
@Component
public class PublicNotices {

    private final CaseNumbers numbers;
    private final CaseEvents events;
    private final Catalogue catalogue;
    private final BusinessClock clock;

    public PublicNotices(
            CaseNumbers numbers, CaseEvents events, Catalogue catalogue, BusinessClock clock) {
        this.numbers = numbers;
        this.events = events;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @QueryHandler
    public Optional<PublicNotice> handle(FindPublicNotice query) {
        return numbers.find(query.number()).flatMap(id -> up(events.of(id.value())));
    }

    private Optional<PublicNotice> up(List<Recorded> story) {
        Posted posted = null;
        for (Recorded recorded : story) {
            posted = after(recorded.event(), posted);
        }
        return posted == null
                        || Standing.of(story).confirmed()
                        || !(story.get(0).event() instanceof Applied applied)
                ? Optional.empty()
                : show(applied, posted);
    }

    /**
     * What was put up, whatever the family.
     *
     * @param name null where it was erased
     */
    private record Posted(
            @Nullable String name,
            @Nullable Integer familySize,
            @Nullable BigDecimal amount,
            @Nullable Text grade,
            LocalDate from,
            DueDate until) {

        static Posted of(PublicNoticePosted it) {
            boolean erased = it.familySize() == null || it.amount() == null;
            return new Posted(
                    erased ? null : it.name(),
                    it.familySize(),
                    it.amount(),
                    null,
                    it.from(),
                    it.until());
        }

        static Posted of(NoticePosted it) {
            boolean erased = it.category() == null || it.level() == null;
            return new Posted(
                    erased ? null : it.name(),
                    null,
                    null,
                    erased ? null : Grades.words(it.category(), it.level()),
                    it.from(),
                    it.until());
        }
    }

    private static @Nullable Posted after(Event event, @Nullable Posted before) {
        if (event instanceof PublicNoticePosted posted) {
            return Posted.of(posted);
        }
        if (event instanceof NoticePosted posted) {
            return Posted.of(posted);
        }
        boolean down =
                event instanceof PublicNoticeEnded
                        || event instanceof NoticeEnded
                        || event instanceof NoticeObjectionResolved resolved
                                && resolved.outcome().equals("reassess")
                        || event instanceof Concluded
                        || event instanceof Withdrawn
                        || event instanceof Terminated;
        return down ? null : before;
    }

    private Optional<PublicNotice> show(Applied applied, Posted posted) {
        LocalDate today = clock.today();
        // The values of a person whose key was destroyed are null.
        String name = posted.name();
        if (name == null || today.isBefore(posted.from()) || today.isAfter(posted.until().day())) {
            return Optional.empty();
        }
        return catalogue
                .find(applied.service())
                .map(
                        service ->
                                new PublicNotice(
                                        applied.number(),
                                        applied.service().service(),
                                        service.name(),
                                        applied.region().value(),
                                        Masks.name(name),
                                        posted.familySize(),
                                        posted.amount(),
                                        posted.grade(),
                                        posted.from(),
                                        posted.until(),
                                        service.consultationPhone()));
    }
}
