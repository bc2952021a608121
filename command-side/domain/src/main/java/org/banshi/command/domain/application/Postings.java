package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationCommand.ProvePosting;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** When a case's public notice hung last, and the photographs that prove it. */
final class Postings {

    private static final int LONGEST_PLACE = 200;

    /** Photographs of a case: of each place on the first and the last day, and some more. */
    private static final int MOST = 20;

    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private final Set<String> photos = new HashSet<>();

    /** A notice is put up. */
    void begin(LocalDate first, LocalDate last) {
        from = first;
        until = last;
    }

    /** Whether the event is about a proof. */
    boolean takes(ApplicationEvent event) {
        if (event instanceof ApplicationEvent.PostingProved proved) {
            photos.add(proved.photo().id());
            return true;
        }
        return false;
    }

    /** The last day of the notice that was put up last; null where none was. */
    @Nullable LocalDate until() {
        return until;
    }

    /**
     * A photograph may come in after the notice was taken down, but was taken before. The same one
     * again changes nothing.
     */
    static Verdict prove(ApplicationState state, ProvePosting command) {
        Postings postings = state.postings();
        LocalDate first = postings.from;
        LocalDate last = postings.until;
        if (first == null || last == null || state.isProtected()) {
            return Verdict.refused(HandlingRefusals.NOTICE_NEVER_UP);
        }
        if (postings.photos.contains(command.photo().id())) {
            return Verdict.NOTHING;
        }
        LocalDate day = command.day();
        if (day.isBefore(first) || day.isAfter(last) || day.isAfter(command.stamp().day())) {
            return Verdict.refused(HandlingRefusals.POSTING_DAY);
        }
        String place = command.place().strip();
        if (place.isEmpty() || place.length() > LONGEST_PLACE) {
            return Verdict.refused(HandlingRefusals.POSTING_PLACE);
        }
        return postings.photos.size() >= MOST
                ? Verdict.refused(HandlingRefusals.POSTING_ENOUGH)
                : Verdict.happens(
                        new ApplicationEvent.PostingProved(
                                state.id(), state.subject(), command.photo(), place, day));
    }
}
