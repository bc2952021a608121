package org.banshi.process.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;

/** One kind of day that falls due months after the event that set it, by the business clock. */
public interface Deadline {

    /** Stable name, kebab-case; the key by which its days are stored. */
    String kind();

    /** What {@code event} says about a day of this kind; empty for most events. */
    Optional<Change> after(Event event);

    /** What is sent when the day of {@code subject} has come: the same when it is sent twice. */
    Command due(String subject, Stamp stamp);

    /**
     * The next day of a subject whose day was {@code today} or before, where it comes again and
     * again until an event ends it; empty where each is set by an event.
     */
    default Optional<LocalDate> again(LocalDate today) {
        return Optional.empty();
    }

    /**
     * A day is set anew, or no longer stands.
     *
     * @param subject id of the stream whose day it is; one day a kind
     * @param day null where none stands any more
     */
    record Change(String subject, @Nullable LocalDate day) {}
}
