package org.banshi.app.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.eventstore.DiscardedEvent;
import org.banshi.eventstore.ParkedEvent;
import org.banshi.eventstore.ReaderState;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.ReadModels;
import org.springframework.stereotype.Component;

/** Looks after the readers of the log: where they are and what they parked. */
@Component
public class Operations {

    /** Of what one reader parked. */
    private static final int SHOWN = 200;

    private final Subscriptions subscriptions;
    private final ReadModels models;

    public Operations(Subscriptions subscriptions, ReadModels models) {
        this.subscriptions = subscriptions;
        this.models = models;
    }

    /** Every reader on this node, by name. */
    public List<ReaderStanding> readers() {
        Set<String> rebuildable = models.byName().keySet();
        return subscriptions.states().stream()
                .map(
                        state ->
                                new ReaderStanding(
                                        state.subscription(),
                                        state.position(),
                                        state.parked(),
                                        rebuildable.contains(state.subscription()),
                                        state.stopped()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /**
     * What the readers could not take, and what waits behind it: of each reader the first {@value
     * #SHOWN}, as {@link #readers} tells how many there are.
     */
    public List<ParkedEvent> parked() {
        return subscriptions.states().stream()
                .map(ReaderState::subscription)
                .flatMap(name -> subscriptions.parked(name, SHOWN).stream())
                .toList();
    }

    /**
     * Takes the parked events of a parked event's stream again.
     *
     * @return empty when there is no such parked event; else whether they were taken
     */
    public Optional<Boolean> retry(String subscription, long position) {
        return parked(subscription, position)
                .map(event -> subscriptions.retry(subscription, event.stream()));
    }

    /**
     * Gives a parked event up for good, which is recorded with who and why.
     *
     * @return false when there is no such parked event
     */
    public boolean discard(String subscription, long position, String reason, String by) {
        return parked(subscription, position).isPresent()
                && subscriptions.discard(subscription, position, reason, by);
    }

    /** What was given up, newest first. */
    public List<DiscardedEvent> discarded(int limit) {
        return subscriptions.discarded(limit);
    }

    private Optional<ParkedEvent> parked(String subscription, long position) {
        boolean known =
                subscriptions.states().stream()
                        .anyMatch(state -> state.subscription().equals(subscription));
        return known ? subscriptions.parkedAt(subscription, position) : Optional.empty();
    }
}
