package org.banshi.app.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent.PostingProved;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.disability.DisabilityEvent.NoticePosted;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a case's public notices hung, as photographs prove it, from the case's own events. Whether
 * the case may be seen is the asker's matter.
 */
@Component
public class NoticeProofs {

    /** Of what is personal, the places alone, and whether the name is still there. */
    private static final Interest POSTINGS =
            new Interest() {
                @Override
                public boolean in(Class<? extends Event> type) {
                    return type == PublicNoticePosted.class
                            || type == NoticePosted.class
                            || type == PostingProved.class;
                }

                @Override
                public boolean inPersonal(Class<? extends Event> type, String component) {
                    return type == PostingProved.class || component.equals("name");
                }
            };

    private final CaseNumbers numbers;
    private final CaseEvents events;

    public NoticeProofs(CaseNumbers numbers, CaseEvents events) {
        this.numbers = numbers;
        this.events = events;
    }

    /**
     * A photograph.
     *
     * @param paper id of the paper in the case's file
     * @param place where the notice hung; null once the person's key is destroyed
     * @param day on which it was taken
     * @param at when it was handed in, by the account {@code by}
     */
    public record Proof(
            String paper, @Nullable String place, LocalDate day, Instant at, String by) {}

    /**
     * What was put up last, and all photographs of the case.
     *
     * @param from first day
     * @param until last day
     * @param erased whether the person's key is destroyed: nothing more can be kept of the case
     */
    public record Posting(
            ApplicationId application,
            LocalDate from,
            LocalDate until,
            boolean erased,
            List<Proof> proofs) {}

    /** Empty where there is no such case, or nothing of it was ever put up. */
    public Optional<Posting> of(String number) {
        return numbers.find(number).flatMap(id -> posting(id, events.of(id.value(), POSTINGS)));
    }

    private static Optional<Posting> posting(ApplicationId application, List<Recorded> story) {
        LocalDate from = null;
        LocalDate until = null;
        boolean erased = false;
        List<Proof> proofs = new ArrayList<>();
        for (Recorded recorded : story) {
            if (recorded.event() instanceof PublicNoticePosted posted) {
                from = posted.from();
                until = posted.until().day();
                erased = isGone(posted.name());
            } else if (recorded.event() instanceof NoticePosted posted) {
                from = posted.from();
                until = posted.until().day();
                erased = isGone(posted.name());
            } else if (recorded.event() instanceof PostingProved proved) {
                proofs.add(
                        new Proof(
                                proved.photo().id(),
                                proved.place(),
                                proved.day(),
                                recorded.stamp().at(),
                                recorded.stamp().by().account()));
            }
        }
        return from == null || until == null
                ? Optional.empty()
                : Optional.of(new Posting(application, from, until, erased, List.copyOf(proofs)));
    }

    private static boolean isGone(@Nullable String name) {
        return name == null;
    }
}
