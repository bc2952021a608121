package org.banshi.command.domain.verdict;

import java.util.List;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;

/** What a decider answers to a command: what happens, or why it does not. */
public sealed interface Verdict {

    /** The command changes nothing, and that is right: what it asks for is so already. */
    Verdict NOTHING = new Happens(List.of());

    /**
     * It happens.
     *
     * @param events in order; none when everything is as asked for
     */
    record Happens(List<Event> events) implements Verdict {
        public Happens {
            events = List.copyOf(events);
        }
    }

    /** It does not happen. */
    record Refused(Refusal refusal) implements Verdict {}

    static Verdict happens(Event... events) {
        return new Happens(List.of(events));
    }

    static Verdict refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
