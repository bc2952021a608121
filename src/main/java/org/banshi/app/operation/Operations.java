package org.banshi.app.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.ParkedEvent;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.ReaderState;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.ReadModels;
import org.banshi.query.projection.rebuild.Comparison;
import org.banshi.query.projection.rebuild.ProjectionRebuild;
import org.banshi.query.projection.rebuild.RebuildInHandException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Looks after the readers of the log: where they are, what they parked, read models made anew. */
@Component
public class Operations {

    private static final Refusal IN_HAND =
            Refusal.of(
                    "rebuild-in-hand",
                    Text.of("该视图正在重建。", "The read model is being rebuilt already."),
                    Text.of("请等它完成。", "Wait until it has ended."));

    private final Subscriptions subscriptions;
    private final ReadModels models;
    private final ProjectionRebuild rebuild;

    public Operations(
            Subscriptions subscriptions,
            ReadModels models,
            DataSource database,
            PlatformTransactionManager transactions,
            PersonalData personal) {
        this.subscriptions = subscriptions;
        this.models = models;
        this.rebuild = new ProjectionRebuild(database, transactions, subscriptions, personal);
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
                                        subscriptions.parked(state.subscription()).size(),
                                        rebuildable.contains(state.subscription()),
                                        state.stopped()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** What the readers could not take, and what waits behind it. */
    public List<ParkedEvent> parked() {
        return subscriptions.states().stream()
                .map(ReaderState::subscription)
                .flatMap(name -> subscriptions.parked(name).stream())
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
     * Gives a parked event up for good.
     *
     * @return false when there is no such parked event
     */
    public boolean discard(String subscription, long position) {
        boolean known = parked(subscription, position).isPresent();
        if (known) {
            subscriptions.discard(subscription, position);
        }
        return known;
    }

    /**
     * Rebuilds a read model from the whole log, on the calling thread, while the old one serves.
     *
     * @param acceptDifferences whether rows that differ from the live ones may take their place
     * @return empty when there is no read model of this name
     * @throws RefusedException when it is being rebuilt already
     */
    public Optional<RebuildOutcome> rebuild(String name, boolean acceptDifferences) {
        Projection projection = models.byName().get(name);
        if (projection == null) {
            return Optional.empty();
        }
        try {
            ProjectionRebuild.Outcome outcome = rebuild.run(projection, acceptDifferences);
            Comparison comparison = outcome.comparison();
            return Optional.of(
                    new RebuildOutcome(
                            comparison.position(),
                            comparison.live(),
                            comparison.rebuilt(),
                            comparison.differing(),
                            comparison.rebuiltChecksum(),
                            outcome.swapped()));
        } catch (RebuildInHandException busy) {
            throw new RefusedException(IN_HAND);
        }
    }

    private Optional<ParkedEvent> parked(String subscription, long position) {
        boolean known =
                subscriptions.states().stream()
                        .anyMatch(state -> state.subscription().equals(subscription));
        return !known
                ? Optional.empty()
                : subscriptions.parked(subscription).stream()
                        .filter(event -> event.position() == position)
                        .findFirst();
    }
}
