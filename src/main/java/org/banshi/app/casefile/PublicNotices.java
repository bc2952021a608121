package org.banshi.app.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.social.SocialEvent.PublicNoticeEnded;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
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
        PublicNoticePosted posted = null;
        for (Recorded recorded : story) {
            posted = after(recorded.event(), posted);
        }
        return posted == null || !(story.get(0).event() instanceof Applied applied)
                ? Optional.empty()
                : show(applied, posted);
    }

    private static @Nullable PublicNoticePosted after(
            Event event, @Nullable PublicNoticePosted before) {
        if (event instanceof PublicNoticePosted posted) {
            return posted;
        }
        boolean down =
                event instanceof PublicNoticeEnded
                        || event instanceof Concluded
                        || event instanceof Withdrawn
                        || event instanceof Terminated;
        return down ? null : before;
    }

    private Optional<PublicNotice> show(Applied applied, PublicNoticePosted posted) {
        LocalDate today = clock.today();
        // The values of a person whose key was destroyed are null.
        boolean erased =
                posted.name() == null || posted.familySize() == null || posted.amount() == null;
        if (erased || today.isBefore(posted.from()) || today.isAfter(posted.until().day())) {
            return Optional.empty();
        }
        return catalogue
                .find(applied.service())
                .map(
                        service ->
                                new PublicNotice(
                                        applied.number(),
                                        service.name(),
                                        applied.region().value(),
                                        Masks.name(posted.name()),
                                        posted.familySize(),
                                        posted.amount(),
                                        posted.from(),
                                        posted.until(),
                                        service.consultationPhone()));
    }
}
